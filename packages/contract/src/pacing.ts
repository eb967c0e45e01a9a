import * as z from 'zod';
import { CivilDay, Currency, Id, orNull } from './scalars.ts';
import { AdditiveMeasure, targetStatuses } from './targets.ts';

export const pacingAxes = ['total', 'rep', 'team', 'line'] as const;

/** Pace of the published plan of a measure (or of `targetId`) as of a day: today when left out. */
export const PacingQuery = z.object({
  /** Revenue when left out, or that of `targetId`. */
  measure: AdditiveMeasure.optional(),
  fiscalYear: z.coerce.number().int().min(1900).max(2200).optional(),
  targetId: Id.optional(),
  by: z.enum(pacingAxes).default('total'),
  asOf: CivilDay.optional(),
});
export type PacingQuery = z.infer<typeof PacingQuery>;

export const pacingFigures = [
  'target',
  'planToDate',
  'actual',
  'variance',
  'pacingRatio',
  'requiredPerWorkday',
  'landing',
] as const;

/** The periods of a year that the day stands in. */
export const pacingPeriods = ['month', 'quarter'] as const;

/** How a figure of pace comes about: of a row (`id`) or the total, of the year or of the period of it that the day stands in. */
export const PacingWhyQuery = PacingQuery.extend({
  figure: z.enum(pacingFigures),
  id: z.string().max(200).optional(),
  period: z.enum(pacingPeriods).optional(),
});
export type PacingWhyQuery = z.infer<typeof PacingWhyQuery>;

/** Money in minor units. What is unknown is null, never zero. */
export const PacingRow = z.object({
  /** Person, team or line; empty for the total. */
  id: z.string(),
  name: z.string(),
  target: z.int(),
  planToDate: z.int(),
  actual: z.int(),
  /** actual − plan to date. */
  variance: z.int(),
  pacingRatio: orNull(z.number()),
  signal: orNull(z.enum(['ahead', 'on-pace', 'behind', 'far-behind'])),
  /** What the signal rests on: control limits of so many ratios at month ends, or the fixed 10 and 20 % until there are eight. */
  signalBasis: z.object({
    kind: z.enum(['limits', 'fixed']),
    ratios: z.int(),
    lower: orNull(z.number()),
    upper: orNull(z.number()),
  }),
  /** The corrective action that is open for this row, if it is in sight. */
  openActionId: orNull(Id),
  /** Far behind and none open: one is asked for. */
  asksForAction: z.boolean(),
  /** Has to come in per working day from now on; null when no working day is left. */
  requiredPerWorkday: orNull(z.int()),
  /** Best mean per working day ever reached over as many working days; null without so much history. */
  bestPerWorkday: orNull(z.int()),
  landing: orNull(
    z.object({
      value: z.int(),
      low: z.int(),
      high: z.int(),
      conf: z.number(),
      /** `calibrated` on so many past landings, or `unverified`: the model's own interval. */
      calibration: z.enum(['calibrated', 'unverified']),
      landings: z.int(),
    }),
  ),
});
export type PacingRow = z.infer<typeof PacingRow>;

export const PacingView = z.object({
  asOf: CivilDay,
  measure: AdditiveMeasure,
  unit: z.enum(['money', 'count']),
  currency: Currency,
  fiscalYear: z.int(),
  fiscalYearLabel: z.string(),
  /** Null: there is no plan, and nothing to be behind of. */
  target: orNull(z.object({ id: Id, name: z.string(), status: z.enum(targetStatuses) })),
  workdaysLeft: z.int(),
  rows: z.array(PacingRow),
  total: orNull(PacingRow),
  /** Of the total: the month and the quarter that the day stands in. Empty without a plan, and for a day outside the year. */
  periods: z.array(
    z.object({
      period: z.enum(pacingPeriods),
      startsOn: CivilDay,
      target: z.int(),
      planToDate: z.int(),
      actual: z.int(),
    }),
  ),
  /** Of the total: plan and actual by month and with all months before, actual null for months that have not begun. */
  months: z.array(
    z.object({
      startsOn: CivilDay,
      plan: z.int(),
      actual: orNull(z.int()),
      cumulativePlan: z.int(),
      cumulativeActual: orNull(z.int()),
    }),
  ),
});
export type PacingView = z.infer<typeof PacingView>;

/** The gap by cause, of one person, a team, a line or all in sight; of the year to date, or of the period of it that the day stands in. */
export const BridgeQuery = PacingQuery.extend({
  id: z.string().max(200).optional(),
  period: z.enum(pacingPeriods).optional(),
});
export type BridgeQuery = z.infer<typeof BridgeQuery>;

export const bridgeCauses = ['volume', 'mix', 'price', 'conversion', 'timing', 'currency'] as const;
export const BridgeWhyQuery = BridgeQuery.extend({ figure: z.enum([...bridgeCauses, 'total']) });
export type BridgeWhyQuery = z.infer<typeof BridgeWhyQuery>;

export const BridgeView = z.object({
  asOf: CivilDay,
  currency: Currency,
  status: z.enum(['ok', 'noPlan', 'noPrices']),
  planToDate: z.int(),
  actual: z.int(),
  total: z.int(),
  /** Minor units; their sum is `total`. Null: not known, and contained in the others. Empty when there is nothing to compare with. */
  causes: z.array(z.object({ cause: z.enum(bridgeCauses), amount: orNull(z.int()) })),
  /** Credits in other currencies for whose day no rate is known: they are in no figure here. */
  otherCurrencies: z.int(),
});
export type BridgeView = z.infer<typeof BridgeView>;
