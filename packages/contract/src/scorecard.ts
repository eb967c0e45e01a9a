import { scorecardMeasures } from '@milepost/core/scorecard/scorecard-measures';
import * as z from 'zod';
import { FigureUnit } from './figures.ts';
import { roles } from './people.ts';
import { CivilDay, Id, Name, orNull, PersonRef, recordFields } from './scalars.ts';

/** One measure of a scorecard and its weight, in hundredths of a percent. */
export const ScorecardWeight = z.object({ measure: z.enum(scorecardMeasures), weightBp: z.int().min(0).max(10_000) });
export type ScorecardWeight = z.infer<typeof ScorecardWeight>;

const details = {
  name: Name,
  /** For everybody of a role, or for one person. */
  role: orNull(z.enum(roles)),
  personId: orNull(Id),
  /** Both days included; without an end it goes on. */
  validFrom: CivilDay,
  validTo: orNull(CivilDay),
  /** An attainment counts up to so much: 1.2 is 120 %. */
  capRatio: z.number().min(0.01).max(10),
  parts: z
    .array(ScorecardWeight)
    .min(1)
    .max(scorecardMeasures.length)
    .refine((all) => new Set(all.map(({ measure }) => measure)).size === all.length, {
      message: 'a measure stands there once',
    }),
};

export const NewScorecard = z
  .object({ id: Id, ...details, validTo: details.validTo.default(null), capRatio: details.capRatio.default(1.2) })
  .extend({ role: details.role.default(null), personId: details.personId.default(null) })
  .refine(({ role, personId }) => (role === null) !== (personId === null), {
    path: ['role'],
    message: 'for a role or for a person',
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    path: ['validTo'],
    message: 'ends before it begins',
  });
export type NewScorecard = z.input<typeof NewScorecard>;
/** Whose it is stays: another person or role has a scorecard of their own. */
export const ScorecardPatch = z.object(details).omit({ role: true, personId: true }).partial();
export type ScorecardPatch = z.infer<typeof ScorecardPatch>;

export const ScorecardView = z.object({
  ...recordFields,
  ...details,
  person: orNull(PersonRef),
  canEdit: z.boolean(),
});
export type ScorecardView = z.infer<typeof ScorecardView>;

/** Whole months of the fiscal year that holds a day: the year, the quarter or the month. */
export const standingPeriods = ['year', 'quarter', 'month'] as const;
export const StandingQuery = z.object({ period: z.enum(standingPeriods).default('year'), on: CivilDay.optional() });
export type StandingQuery = z.infer<typeof StandingQuery>;

/** A figure of a part, or the whole of somebody: known, or with its bounds. */
export const standingFigures = ['actual', 'target', 'attainment', 'contribution', 'total', 'low', 'high'] as const;
export const StandingWhyQuery = StandingQuery.extend({
  figure: z.enum(standingFigures),
  measure: z.enum(scorecardMeasures).optional(),
});
export type StandingWhyQuery = z.infer<typeof StandingWhyQuery>;

export const StandingPart = z.object({
  measure: z.enum(scorecardMeasures),
  unit: FigureUnit,
  weightBp: z.int(),
  /** In minor units, a count or a share; null where nothing is known. */
  actual: orNull(z.number()),
  /** Null where nobody has said what is wanted. */
  target: orNull(z.number()),
  attainmentRatio: orNull(z.number()),
  /** What it brings to the whole: weight × attainment from 0 to the cap. */
  contributionRatio: orNull(z.number()),
  /** Why it is open, where it is. */
  open: orNull(z.enum(['no-target', 'no-result', 'missing-rate', 'mixed-currencies'])),
});
export type StandingPart = z.infer<typeof StandingPart>;

/** The whole of one person. Open: what is not known counts with nothing in `low` and with the cap in `high`. */
export const Standing = z.object({
  person: PersonRef,
  scorecard: orNull(z.object({ id: Id, name: z.string(), capRatio: z.number() })),
  totalRatio: orNull(z.number()),
  low: orNull(z.number()),
  high: orNull(z.number()),
  /** The weight of what is not known, in hundredths of a percent. */
  openBp: z.int(),
  parts: z.array(StandingPart),
});
export type Standing = z.infer<typeof Standing>;

/** Everybody in sight who has a scorecard on the day, in the period that holds it. */
export const StandingsView = z.object({
  on: CivilDay,
  from: CivilDay,
  to: CivilDay,
  rows: z.array(Standing),
  /** Everybody in sight: for whom a scorecard can be said. */
  people: z.array(PersonRef),
  /** People in sight without a scorecard on the day. */
  without: z.int(),
});
export type StandingsView = z.infer<typeof StandingsView>;
