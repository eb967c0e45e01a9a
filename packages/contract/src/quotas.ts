import * as z from 'zod';
import { CivilDay, Currency, Id, Instant, Minor, orNull, PersonRef } from './scalars.ts';
import { EditInput, TargetMeasure, TargetReason } from './targets.ts';

const reason = TargetReason.shape.reason;
const month = z.int().min(0).max(11);

/** What somebody answers to their quota. `submittedStepId` says which submission they read. */
export const QuotaAnswer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('accepted'), submittedStepId: Id, reason: reason.optional() }),
  z.object({ answer: z.literal('disputed'), submittedStepId: Id, reason }),
]);
export type QuotaAnswer = z.infer<typeof QuotaAnswer>;

/** Lets a disputed quota stand. */
export const QuotaUpheld = z.object({ personId: Id, reason });
export type QuotaUpheld = z.infer<typeof QuotaUpheld>;

/**
 * Changes a published target from a day on. Months that are over by then are closed: at what was sold in them, or as
 * planned. What is missing then falls to the rest (`keepYear`), to the year (`keepRest`), or to the rest up to a factor.
 */
export const TargetAmendment = z
  .object({
    /** Of the version that follows. */
    id: Id,
    effectiveOn: CivilDay,
    reason,
    heldAt: z.enum(['plan', 'actual']),
    policy: z.union([z.enum(['keepYear', 'keepRest']), z.object({ capUplift: z.number().min(1).max(100) })]),
    totalMinor: orNull(Minor).default(null),
    edits: z.array(EditInput).max(2000).default([]),
  })
  .refine(({ policy, totalMinor }) => policy !== 'keepRest' || totalMinor === null, {
    path: ['totalMinor'],
    message: 'a year that follows from its months is not given',
  });
export type TargetAmendment = z.input<typeof TargetAmendment>;

const answers = z.enum(['asked', 'accepted', 'disputed', 'upheld']);

export const TargetStepView = z.object({
  id: Id,
  at: Instant,
  kind: z.enum(['submitted', 'withdrawn', 'accepted', 'disputed', 'upheld', 'published', 'amended', 'superseded']),
  /** Whom it is about; null for the whole target. */
  person: orNull(PersonRef),
  by: orNull(PersonRef),
  reason: orNull(z.string()),
  /** Of an amendment. Totals are null for those who see only a part of the plan. */
  amendment: orNull(
    z.object({
      effectiveOn: CivilDay,
      heldAt: z.enum(['plan', 'actual']),
      policy: z.enum(['keepYear', 'keepRest', 'capUplift']),
      capUplift: orNull(z.number()),
      fromMinor: orNull(z.int()),
      toMinor: orNull(z.int()),
      /** Sold in closed months by people or of lines that the plan does not have; it is in no cell. */
      outsideMinor: orNull(z.int()),
    }),
  ),
});
export type TargetStepView = z.infer<typeof TargetStepView>;

/** The life of a target, newest first, and who has answered what; steps and people out of sight are left out. */
export const TargetStepsView = z.object({
  steps: z.array(TargetStepView),
  /** The submission that is answered now; null while the target is not with its people. */
  submittedStepId: orNull(Id),
  answers: z.array(z.object({ person: PersonRef, answer: answers })),
  /** What the actor answered; null when the actor is not asked. */
  own: orNull(answers),
});
export type TargetStepsView = z.infer<typeof TargetStepsView>;

/** What somebody commits: amounts by month, of all lines (null) or line by line. A null amount takes a commitment back. */
export const CommitmentInput = z
  .object({
    cells: z
      .array(z.object({ line: orNull(z.string().max(200)), month, amountMinor: orNull(Minor) }))
      .min(1)
      .max(2000),
  })
  .refine(({ cells }) => new Set(cells.map((cell) => `${cell.month}\n${cell.line ?? ''}`)).size === cells.length, {
    path: ['cells'],
    message: 'a month of a line stands there once',
  });
export type CommitmentInput = z.infer<typeof CommitmentInput>;

const compared = z.object({
  planned: z.int(),
  /** Null where nobody has said anything yet. */
  committed: orNull(z.int()),
  /** Committed less planned, of the people and months that were committed. */
  difference: orNull(z.int()),
  /** Months of people who have said nothing. */
  unsaid: z.int(),
});

export const CommitmentRow = z.object({
  /** Of a person or team; null is all in sight. */
  id: orNull(Id),
  kind: z.enum(['all', 'team', 'person']),
  name: z.string(),
  /** What `If-Match` of a commitment says: 0 before there is one. Null but for people. */
  version: orNull(z.int()),
  months: z.array(compared).length(12),
  year: compared,
});
export type CommitmentRow = z.infer<typeof CommitmentRow>;

/** Top-down beside bottom-up: everybody in sight under their team, teams and all summed. */
export const CommitmentsView = z.object({
  unit: z.enum(['money', 'count']),
  currency: Currency,
  monthStarts: z.array(CivilDay),
  lines: z.array(z.string()),
  rows: z.array(CommitmentRow),
  /** What the actor committed, cell by cell; null when the actor has no quota. */
  own: orNull(
    z.object({
      personId: Id,
      version: z.int(),
      cells: z.array(z.object({ line: orNull(z.string()), month, amountMinor: z.int() })),
    }),
  ),
});
export type CommitmentsView = z.infer<typeof CommitmentsView>;

export const CommitmentWhyQuery = z.object({
  figure: z.enum(['planned', 'committed', 'difference']),
  kind: z.enum(['all', 'team', 'person']),
  /** Of a person or team. */
  id: Id.optional(),
  /** From 0; left out for the year. */
  month: z.coerce.number().int().min(0).max(11).optional(),
});
export type CommitmentWhyQuery = z.infer<typeof CommitmentWhyQuery>;

export const partAxes = ['rep', 'team', 'line', 'month'] as const;
export const PartsQuery = z.object({ by: z.enum(partAxes).default('rep') });
export const partFigures = ['base', 'stretch', 'core', 'incremental'] as const;
export const PartsWhyQuery = PartsQuery.extend({
  figure: z.enum(partFigures),
  /** Of a row; left out for all. */
  id: z.string().max(200).optional(),
});
export type PartsWhyQuery = z.infer<typeof PartsWhyQuery>;

/** Base and stretch side by side, and of the base what the past brings again and what comes on top. */
export const PartRow = z.object({
  id: z.string(),
  name: z.string(),
  base: z.int(),
  stretch: orNull(z.int()),
  /** Null where the plan was not made from history. */
  core: orNull(z.int()),
  incremental: orNull(z.int()),
});
export type PartRow = z.infer<typeof PartRow>;
export const PartsView = z.object({ total: PartRow, rows: z.array(PartRow) });
export type PartsView = z.infer<typeof PartsView>;

const letterLine = z.object({
  month: orNull(z.int()),
  season: z.number(),
  proRata: z.number(),
  adjustment: z.int(),
  quota: z.int(),
});

/** One person's letter: baseline × uplift × season × pro-rata, and what roundings and edits put on top. */
export const QuotaLetterView = z.object({
  target: z.object({
    id: Id,
    name: z.string(),
    status: z.string(),
    measure: TargetMeasure,
    unit: z.enum(['money', 'count', 'ratio']),
    fiscalYearLabel: z.string(),
    reason: orNull(z.string()),
  }),
  organisation: z.string(),
  person: PersonRef,
  currency: Currency,
  publishedAt: orNull(Instant),
  effectiveOn: orNull(CivilDay),
  monthStarts: z.array(CivilDay),
  /** `history`: what was reached between the days; `weight` where there was nothing to start from. */
  baseline: z.object({
    kind: z.enum(['history', 'weight']),
    value: z.number(),
    from: orNull(CivilDay),
    to: orNull(CivilDay),
  }),
  uplift: z.number(),
  year: letterLine,
  months: z.array(letterLine),
  stretch: orNull(z.int()),
  /** Which factors of the year have a derivation of their own: the others are stored values. */
  opens: z.object({ uplift: z.boolean(), proRata: z.boolean() }),
});
export type QuotaLetterView = z.infer<typeof QuotaLetterView>;
export const letterFactors = ['uplift', 'proRata'] as const;
/** A quota of a month or of the year, or a factor of the year's. */
export const LetterWhyQuery = z.object({
  month: z.coerce.number().int().min(0).max(11).optional(),
  factor: z.enum(letterFactors).optional(),
});
export type LetterWhyQuery = z.infer<typeof LetterWhyQuery>;
