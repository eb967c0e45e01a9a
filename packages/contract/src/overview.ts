import * as z from 'zod';
import { CivilDay, Currency, Id, orNull, PersonRef, Version } from './scalars.ts';

export const overviewTiles = [
  'attainment',
  'margin',
  'newCustomers',
  'repurchase',
  'cash',
  'coverage',
  'contacts',
  'satisfaction',
] as const;
export type OverviewTile = (typeof overviewTiles)[number];
/** So many days are shown, today the last one. */
export const overviewDays = [30, 90, 365] as const;

/** Whose overview: all in sight when left out. */
export const OverviewQuery = z.object({
  days: z.coerce
    .number()
    .int()
    .refine((days) => (overviewDays as readonly number[]).includes(days), '30, 90 or 365')
    .default(90),
  personId: Id.optional(),
});
export type OverviewQuery = z.infer<typeof OverviewQuery>;
export const OverviewWhyQuery = OverviewQuery.extend({ tile: z.enum(overviewTiles) });
export type OverviewWhyQuery = z.infer<typeof OverviewWhyQuery>;

/** What an interval says: where the year lands, what periods usually are, the interval of a counted share, what is likely to come in. */
export const intervalKinds = ['landing', 'usual', 'share', 'likely', 'expected'] as const;
export const TileView = z.object({
  tile: z.enum(overviewTiles),
  unit: z.enum(['money', 'count', 'ratio']),
  /** Null: nobody knows, or there is nothing to measure against. */
  value: orNull(z.number()),
  /** A second number beside it: the target of the year, the margin as a share of revenue, what is open. */
  beside: orNull(
    z.object({
      unit: z.enum(['money', 'count', 'ratio', 'points']),
      value: z.number(),
      /** Its own interval, and of how many answers it is. */
      told: z.object({ low: z.number(), high: z.number(), count: z.int() }).optional(),
    }),
  ),
  interval: orNull(
    z.object({ kind: z.enum(intervalKinds), low: z.number(), high: z.number(), conf: orNull(z.number()) }),
  ),
  /** Of a counted share. */
  counts: orNull(z.object({ num: z.int(), den: z.int() })),
  signal: orNull(z.enum(['good', 'watch', 'bad'])),
  /** By period, the oldest first; null is not known. `unit` is that of the tile. */
  trend: z.array(z.object({ period: z.string(), value: orNull(z.number()) })),
  /** What the trend is by, and the time that the number is of. */
  grain: z.enum(['day', 'week', 'month']),
  from: CivilDay,
  to: CivilDay,
});
export type TileView = z.infer<typeof TileView>;
export const OverviewView = z.object({
  asOf: CivilDay,
  currency: Currency,
  days: z.int(),
  person: orNull(PersonRef),
  tiles: z.array(TileView),
});
export type OverviewView = z.infer<typeof OverviewView>;

/** Whether one gets the overview by mail, and on which day of the week (1 Monday … 7 Sunday). Version 0: never asked. */
const subscription = { isOn: z.boolean(), weekday: z.int().min(1).max(7) };
export const OverviewSubscriptionInput = z.object(subscription);
export type OverviewSubscriptionInput = z.infer<typeof OverviewSubscriptionInput>;
export const OverviewSubscriptionView = z.object({
  ...subscription,
  version: z.union([Version, z.literal(0)]),
  sentOn: orNull(CivilDay),
});
export type OverviewSubscriptionView = z.infer<typeof OverviewSubscriptionView>;
