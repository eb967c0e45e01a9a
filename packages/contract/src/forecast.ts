import { type ForecastMethod, forecastMethods } from '@milepost/core/forecast/forecast-revenue';
import { movementKinds } from '@milepost/core/forecast/pipeline-movement';
import { submittedFields } from '@milepost/core/forecast/submitted-number';
import * as z from 'zod';
import {
  CivilDay,
  Currency,
  Id,
  Instant,
  Minor,
  Name,
  orNull,
  PersonRef,
  RecordRef,
  recordFields,
  ShortText,
} from './scalars.ts';

export const forecastPeriods = ['month', 'quarter', 'year'] as const;
export const forecastAxes = ['rep', 'team'] as const;

/** The fiscal period that holds a day: that of today when left out. */
export const ForecastQuery = z.object({
  period: z.enum(forecastPeriods).default('quarter'),
  on: CivilDay.optional(),
  by: z.enum(forecastAxes).default('rep'),
});
export type ForecastQuery = z.infer<typeof ForecastQuery>;

/** Whose number it is: a person's, a team's, that of all whom a manager leads, or the organisation's (with an empty id). */
export const forecastScopes = ['person', 'team', 'reach', 'organisation'] as const;
const scope = { scopeKind: z.enum(forecastScopes), scopeId: z.union([Id, z.literal('')]) };

export const ForecastSum = z.object({ amount: z.int(), count: z.int(), withoutAmount: z.int() });

const method = z.enum(forecastMethods as readonly [ForecastMethod, ...ForecastMethod[]]);

/** What is expected by the end of the period: in the books already, and by the method for the days left. Minor units. */
export const ForecastModel = z.object({
  method,
  value: z.int(),
  low: z.int(),
  high: z.int(),
  conf: z.number(),
  /** `calibrated` on so many past origins, or `unverified`: the model's own interval. */
  calibration: z.enum(['calibrated', 'unverified']),
  origins: z.int(),
  /** Of the track: Σ|forecast − actual| ÷ Σ actual, the same with its sign, and the share of intervals that held what came. */
  wape: orNull(z.number()),
  bias: orNull(z.number()),
  coverage: orNull(z.number()),
  candidates: z.array(z.object({ method, value: z.int(), wape: orNull(z.number()), origins: z.int() })),
  track: z.array(
    z.object({
      origin: CivilDay,
      method,
      forecast: z.int(),
      low: z.int(),
      high: z.int(),
      actual: z.int(),
      calibration: z.enum(['calibrated', 'unverified']),
    }),
  ),
});
export type ForecastModel = z.infer<typeof ForecastModel>;

/** A deal of a submitted number that has moved since. Out of sight it has neither id nor name. */
export const MovedOpportunity = z.object({
  deal: orNull(RecordRef),
  kind: z.enum(['changed', 'gone']),
  fields: z.array(z.enum(submittedFields)),
});

const period = { from: CivilDay, to: CivilDay };

export const OverrideView = z.object({
  ...recordFields,
  ...scope,
  ...period,
  amountMinor: Minor,
  currency: Currency,
  reason: ShortText,
  owner: orNull(PersonRef),
});
export type OverrideView = z.infer<typeof OverrideView>;
/** A number that somebody who leads holds against that of the model. */
export const NewOverride = z.object({ id: Id, ...scope, ...period, amountMinor: Minor.min(0), reason: Name });
export type NewOverride = z.infer<typeof NewOverride>;
export const OverridePatch = z.object({ amountMinor: Minor.min(0), reason: Name }).partial();
export type OverridePatch = z.infer<typeof OverridePatch>;

export const SubmissionView = z.object({
  id: Id,
  ...scope,
  ...period,
  amountMinor: Minor,
  currency: Currency,
  note: orNull(ShortText),
  person: orNull(PersonRef),
  submittedAt: Instant,
  dealCount: z.int(),
  /** Empty while the number stands. */
  moved: z.array(MovedOpportunity),
});
export type SubmissionView = z.infer<typeof SubmissionView>;
/** The number that somebody stands for, of themselves or of those whom they lead. */
export const NewSubmission = z.object({
  id: Id,
  ...scope,
  ...period,
  amountMinor: Minor.min(0),
  note: orNull(ShortText).optional(),
});
export type NewSubmission = z.infer<typeof NewSubmission>;

export const ForecastRow = z.object({
  ...scope,
  name: z.string(),
  /** In the books of the period by the day. */
  closed: z.int(),
  commit: ForecastSum,
  best: ForecastSum,
  pipeline: ForecastSum,
  omitted: ForecastSum,
  /** Closed and commit; and with the best cases. */
  commitForecast: z.int(),
  bestForecast: z.int(),
  /** Null where nothing was ever sold. */
  model: orNull(ForecastModel),
  override: orNull(OverrideView),
  submission: orNull(SubmissionView),
  mayOverride: z.boolean(),
  maySubmit: z.boolean(),
});
export type ForecastRow = z.infer<typeof ForecastRow>;

export const ForecastView = z.object({
  ...period,
  asOf: CivilDay,
  periodLabel: z.string(),
  currency: Currency,
  rows: z.array(ForecastRow),
  total: ForecastRow,
  /** Open deals of the period whose close day is past: they count as closing now. And open deals that have no close day. */
  overdue: z.int(),
  withoutCloseDay: z.int(),
});
export type ForecastView = z.infer<typeof ForecastView>;

export const forecastFigures = [
  'closed',
  'commit',
  'best',
  'pipeline',
  'omitted',
  'commitForecast',
  'bestForecast',
  'forecast',
  'low',
  'high',
] as const;
export const ForecastWhyQuery = ForecastQuery.extend({
  figure: z.enum(forecastFigures),
  scopeKind: z.enum(forecastScopes),
  scopeId: z.string().max(60).default(''),
});
export type ForecastWhyQuery = z.infer<typeof ForecastWhyQuery>;

/** The bridge of the open pipeline of a period from a snapshot, the last one that is a week old when left out, to now. */
export const MovementQuery = ForecastQuery.extend({
  since: CivilDay.optional(),
  scopeKind: z.enum(forecastScopes).optional(),
  scopeId: z.string().max(60).default(''),
});
export type MovementQuery = z.infer<typeof MovementQuery>;

export const MovementView = z.object({
  ...period,
  currency: Currency,
  asOf: CivilDay,
  /** Null while there is no snapshot to compare with. */
  since: orNull(CivilDay),
  /** Days of which there is a snapshot, newest first. */
  snapshots: z.array(CivilDay),
  start: z.int(),
  end: z.int(),
  kinds: z.array(
    z.object({
      kind: z.enum(movementKinds),
      amount: z.int(),
      count: z.int(),
      /** The deals behind it, largest first; out of sight a deal has neither id nor name. */
      parts: z.array(z.object({ deal: orNull(RecordRef), amount: z.int() })),
    }),
  ),
});
export type MovementView = z.infer<typeof MovementView>;
export const MovementWhyQuery = MovementQuery.extend({ figure: z.enum(['start', 'end', ...movementKinds]) });
export type MovementWhyQuery = z.infer<typeof MovementWhyQuery>;
