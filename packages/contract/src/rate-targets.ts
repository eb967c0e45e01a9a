import { rateMeasures } from '@milepost/core/targets/measures';
import * as z from 'zod';
import { CivilDay, Id, Name, orNull } from './scalars.ts';
import { TargetReason, TargetView } from './targets.ts';

export const RateMeasure = z.enum(rateMeasures);
export type RateMeasure = z.infer<typeof RateMeasure>;

/** The whole fiscal year, or one of its quarters. */
export const ratePeriods = ['year', '1', '2', '3', '4'] as const;
export const RatePeriod = z.enum(ratePeriods);
export type RatePeriod = z.infer<typeof RatePeriod>;

const holder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('team'), id: Id }),
  z.object({ kind: z.literal('person'), id: Id }),
]);
/** What is wanted of everybody, a team or a person, 0–1 to the hundredth of a percent. */
export const StatedRate = z.object({ holder, period: RatePeriod, shareRatio: z.number().min(0).max(1) });
export type StatedRate = z.infer<typeof StatedRate>;
const rates = z
  .array(StatedRate)
  .min(1)
  .max(2000)
  .refine((all) => new Set(all.map((one) => JSON.stringify([one.holder, one.period]))).size === all.length, {
    message: 'a share is stated once for a holder and period',
  });

/** A draft of what share is wanted of a year: stated once for everybody, and for teams, people and quarters that differ. */
export const NewRateTarget = z.object({
  id: Id,
  name: Name,
  measure: RateMeasure,
  fiscalYear: z.int().min(1900).max(2200),
  rates,
});
export type NewRateTarget = z.infer<typeof NewRateTarget>;

export const RateEdits = z.object({ rates });
export type RateEdits = z.infer<typeof RateEdits>;

/** Changes published shares from a day on. */
export const RateAmendment = z.object({
  /** Of the version that follows. */
  id: Id,
  effectiveOn: CivilDay,
  reason: TargetReason.shape.reason,
  rates,
});
export type RateAmendment = z.infer<typeof RateAmendment>;

export const RateQuery = z.object({ period: RatePeriod.default('year') });
export type RateQuery = z.infer<typeof RateQuery>;

export const rateFigures = ['actual', 'gap', 'more'] as const;
export const RateWhyQuery = RateQuery.extend({
  figure: z.enum(rateFigures),
  kind: z.enum(['all', 'team', 'person']),
  /** Of a team or person. */
  id: Id.optional(),
});
export type RateWhyQuery = z.infer<typeof RateWhyQuery>;

/** What is wanted of a row, where it was stated, what was reached, and what that says. */
export const RateRow = z.object({
  kind: z.enum(['all', 'team', 'person']),
  /** Of a team or person; null is all in sight. */
  id: orNull(Id),
  name: z.string(),
  teamId: orNull(Id),
  /** Null where nobody has said. */
  shareRatio: orNull(z.number()),
  /** Whose statement that is, and of which period. */
  from: orNull(z.object({ kind: z.enum(['all', 'team', 'person']), name: z.string(), period: RatePeriod })),
  /** The own statement of this row and period; null where it is inherited. */
  ownRatio: orNull(z.number()),
  actualRatio: orNull(z.number()),
  /** So many of so many: of what is counted, or minor units of what is owed. */
  counts: orNull(z.object({ num: z.int(), den: z.int() })),
  interval: orNull(z.object({ low: z.number(), high: z.number() })),
  /** By the interval: met, missed, or open while the counts do not tell. */
  status: orNull(z.enum(['met', 'missed', 'open'])),
  /** How many more successes lift the rate to what is wanted; null where no number would, or nothing is known. */
  more: orNull(z.int()),
});
export type RateRow = z.infer<typeof RateRow>;

/** The shares of a target beside what was reached in the period so far; people out of sight are left out. */
export const RateTargetView = z.object({
  target: TargetView,
  period: RatePeriod,
  from: CivilDay,
  to: CivilDay,
  /** What `counts` and `more` count. */
  countsUnit: z.enum(['count', 'money']),
  rows: z.array(RateRow),
  /** Everything that was stated; of people out of sight it is left out. */
  stated: z.array(StatedRate.extend({ name: z.string() })),
});
export type RateTargetView = z.infer<typeof RateTargetView>;
