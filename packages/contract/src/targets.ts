import { additiveMeasures, targetMeasures } from '@milepost/core/targets/measures';
import * as z from 'zod';
import { CivilDay, Currency, Id, Instant, Minor, Name, orNull, recordFields } from './scalars.ts';

const month = z.int().min(0).max(11);
const months = z.array(month).min(1).max(12).readonly();
const share = z.number().min(0).max(1e9);
const ids = z.array(z.string().max(200)).min(1).max(2000).readonly();

/** A part of a plan: see `Block` of core's targets. A list left out means everything on that axis. */
export const BlockInput = z.object({
  persons: ids.optional(),
  lines: ids.optional(),
  segments: ids.optional(),
  months: months.optional(),
});

/** One change of a plan, in the shape of core's `Edit`. Edits are replayed in their order on the server. */
export const EditInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('set'),
    at: BlockInput,
    value: Minor,
    policy: z.enum(['move', 'absorb']).optional(),
    within: BlockInput.optional(),
  }),
  z.object({ kind: z.literal('lock'), id: z.string().max(100), at: BlockInput }),
  z.object({ kind: z.literal('unlock'), at: BlockInput }),
  z.object({ kind: z.literal('setTotal'), value: Minor }),
  z.object({ kind: z.literal('state'), at: BlockInput, value: Minor.nullable() }),
  z.object({ kind: z.literal('setShares'), at: BlockInput, shares: z.array(share).min(1).max(12) }),
]);
export type EditInput = z.infer<typeof EditInput>;

/**
 * A draft is submitted to its people, who accept or dispute their quota; published, it counts; superseded, another one does.
 */
export const targetStatuses = ['draft', 'submitted', 'accepted', 'disputed', 'published', 'superseded'] as const;
export type TargetStatus = (typeof targetStatuses)[number];

/** The level above the base: so many times the base, or a total of its own. */
export const StretchInput = z.union([z.object({ factor: z.number().min(0).max(100) }), z.object({ total: Minor })]);
export type StretchInput = z.infer<typeof StretchInput>;

const weights = z.array(z.object({ id: z.string().max(200), weight: z.number().min(0) })).max(2000);

/** A measure whose target is shared out, and every measure that a target can be of. */
export const AdditiveMeasure = z.enum(additiveMeasures);
export const TargetMeasure = z.enum(targetMeasures);

/**
 * What a year's plan is made from. Weights by person, line and segment come from what was reached of the measure between two days, unless
 * they are given; axes that the measure has not are refused. The total is in minor units of a measure in money, else a count. Month shares come from the history of whole fiscal years, are even by working days, or are typed.
 */
export const NewTarget = z.object({
  id: Id,
  name: Name,
  measure: AdditiveMeasure.default('revenue'),
  fiscalYear: z.int().min(1900).max(2200),
  totalMinor: Minor,
  months: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('history') }),
    z.object({ kind: z.literal('even') }),
    z.object({ kind: z.literal('typed'), shares: z.array(share).length(12) }),
  ]),
  holds: z
    .array(z.object({ months, share: z.number().min(0).max(1) }))
    .max(12)
    .default([]),
  weightsFrom: orNull(z.object({ from: CivilDay, to: CivilDay })).default(null),
  persons: weights.optional(),
  lines: weights.optional(),
  segments: weights.optional(),
  stretch: orNull(StretchInput).default(null),
  /** With a past: what of it is expected to be lost, and to come from prices, as parts of one. */
  core: orNull(z.object({ churn: z.number().min(0).max(1), price: z.number().min(-1).max(10) })).default(null),
  /** The part of each month that somebody serves who joins, leaves, ramps up, or works part of the time. */
  personMonths: z
    .array(z.object({ id: Id, parts: z.array(z.number().min(0).max(10)).length(12) }))
    .max(2000)
    .default([]),
});
export type NewTarget = z.input<typeof NewTarget>;

export const TargetEdits = z.object({ edits: z.array(EditInput).min(1).max(2000) });
export type TargetEdits = z.infer<typeof TargetEdits>;
/** Somebody leaves: what lies after their last day goes to successors, the leaver's team when none are named. */
export const TargetHandOver = z.object({
  personId: Id,
  lastDay: CivilDay,
  successorIds: z.array(Id).min(1).max(200).optional(),
});
export type TargetHandOver = z.infer<typeof TargetHandOver>;
export const TargetStretch = z.object({ stretch: orNull(StretchInput) });
export const TargetReason = z.object({ reason: z.string().trim().min(3).max(2000) });

/** Unallocated below zero is over-allocated. In minor units; the difference is stated total − sum. */
export const AllocationView = z.object({
  total: z.int(),
  planned: z.int(),
  unallocated: z.int(),
  overAllocated: z.int(),
  canPublish: z.boolean(),
  /** Parts of an axis that went beyond or fell short of what they were when the plan last added up. */
  byAxis: z.array(
    z.object({ axis: z.enum(['persons', 'lines', 'segments', 'months']), id: z.string(), difference: z.int() }),
  ),
  /** Statements that are not met. */
  statements: z.array(z.object({ at: BlockInput, stated: z.int(), planned: z.int() })),
});

export const TargetView = z.object({
  ...recordFields,
  name: z.string(),
  measure: TargetMeasure,
  /** What its amounts are: minor units, a count, or for a rate a share. */
  unit: z.enum(['money', 'count', 'ratio']),
  /** Axes beside people and months that the measure has. */
  axes: z.array(z.enum(['lines', 'segments'])),
  fiscalYear: z.int(),
  /** As it is written, `FY2026`. */
  fiscalYearLabel: z.string(),
  startsOn: CivilDay,
  currency: Currency,
  status: z.enum(targetStatuses),
  /**
   * `spread`: one total shared out; `imported`: each person's own quota as given, which add up to nothing in particular; `rate`: a share
   * that is inherited.
   */
  basis: z.enum(['spread', 'imported', 'rate']),
  /** What is wanted of everybody in the year, of a rate; null where nobody has said. */
  shareRatio: orNull(z.number()),
  /** Null for those who see only a part of the plan, and of a rate. */
  totalMinor: orNull(z.int()),
  publishedAt: orNull(Instant),
  reason: orNull(z.string()),
  supersedesId: orNull(Id),
  /** From which day this version counts; null from the start of the year. */
  effectiveOn: orNull(CivilDay),
  /** Null without a stretch level, and for those who see only a part of the plan. */
  stretch: orNull(StretchInput),
  stretchMinor: orNull(z.int()),
  /** Whether the actor plans it: sees it whole. */
  canPlan: z.boolean(),
  canEdit: z.boolean(),
});
export type TargetView = z.infer<typeof TargetView>;

const numbers = z.array(z.number());
const sums = z.object({ persons: numbers, lines: numbers, segments: numbers, months: numbers });

/** A plan as it travels: typed arrays as lists. */
export const PlanWire = z.object({
  persons: z.array(z.string()),
  lines: z.array(z.string()),
  segments: z.array(z.string()),
  total: z.number(),
  stated: z.array(z.object({ at: BlockInput, value: z.number() })),
  locks: z.array(z.object({ id: z.string(), at: BlockInput })),
  /** persons × lines × months, month fastest. */
  leaves: numbers,
  /** segments × months, month fastest. */
  segmentMonths: numbers,
  shape: z.object({
    ...sums.shape,
    personMonths: orNull(numbers),
    personLines: orNull(numbers),
    lineMonths: orNull(numbers),
  }),
  agreed: sums,
  /** How people share a total; largest remainder when left out. */
  method: z.enum(['hamilton', 'webster']).optional(),
});
export type PlanWire = z.infer<typeof PlanWire>;

/** Imported quotas beside the target of their year: what they promise beyond it, or leave out of it. */
export const QuotaCover = z.object({
  targetId: Id,
  name: z.string(),
  total: z.int(),
  quotas: z.int(),
  unallocated: z.int(),
  overAllocated: z.int(),
});
export type QuotaCover = z.infer<typeof QuotaCover>;

/** The grid: the plan with the names that its rows stand for. People out of sight are left out, and then `plan.total` is their part. */
export const TargetGridView = z.object({
  target: TargetView,
  plan: PlanWire,
  people: z.array(z.object({ id: z.string(), name: z.string(), teamId: orNull(Id) })),
  teams: z.array(z.object({ id: Id, name: z.string(), parentId: orNull(Id) })),
  /** First civil day of each of the twelve months. */
  monthStarts: z.array(CivilDay),
  /** Sold in the same months of the year before, by month; null when there is no such history. */
  lastYear: orNull(numbers),
  /** Regions, and products within their lines, by their weight in the past; they share the months of the plan. */
  shares: z.object({
    regions: z.array(z.object({ id: z.string(), weight: z.number() })),
    products: z.array(z.object({ id: z.string(), name: z.string(), line: z.string(), weight: z.number() })),
  }),
  /** Null for those who see only a part of the plan. */
  allocation: orNull(AllocationView),
  /** Of imported quotas, for those who see them all, where the year has a target; else null. */
  quotaCover: orNull(QuotaCover),
});
export type TargetGridView = z.infer<typeof TargetGridView>;

export const AttainmentQuery = z.object({ targetIds: z.string().max(2000), from: CivilDay, to: CivilDay });
export type AttainmentQuery = z.infer<typeof AttainmentQuery>;
export const attainmentFigures = ['target', 'actual', 'attainmentRatio', 'stretch', 'stretchRatio'] as const;
export const AttainmentWhyQuery = AttainmentQuery.extend({ personId: Id, figure: z.enum(attainmentFigures) });
export type AttainmentWhyQuery = z.infer<typeof AttainmentWhyQuery>;

export const AttainmentView = z.object({
  measure: AdditiveMeasure,
  unit: z.enum(['money', 'count']),
  rows: z.array(
    z.object({
      personId: Id,
      name: z.string(),
      actual: z.int(),
      /** Null where nobody set one. */
      target: orNull(z.int()),
      /** actual ÷ target; null without a target above zero. */
      attainmentRatio: orNull(z.number()),
      /**
       * What exchange rates did beside it: at the rates of the days less at the plan rates. Null where nothing was sold in
       * another currency, or where the rate of a day is missing.
       */
      fxEffect: orNull(z.int()),
      /** Quota at the stretch level; null where there is none. */
      stretch: orNull(z.int()),
      stretchRatio: orNull(z.number()),
    }),
  ),
});
export type AttainmentView = z.infer<typeof AttainmentView>;
