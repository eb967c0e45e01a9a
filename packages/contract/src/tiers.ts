import { promisePeriods } from '@milepost/core/cadence/cadence';
import { tiers } from '@milepost/core/tiers/tiers';
import * as z from 'zod';
import { CivilDay, Id, Instant, Minor, orNull } from './scalars.ts';

export const TierLetter = z.enum(tiers);
export const reviewPeriods = ['month', 'quarter'] as const;

/** So many visits a week, calendar month or quarter. */
export const CadenceShape = z.object({ count: z.int().min(0).max(100), per: z.enum(promisePeriods) });
export type CadenceShape = z.infer<typeof CadenceShape>;

const share = z.number().min(0).max(1);
const parts = {
  /** Where A and B end: at shares of the whole score, or after so many accounts. */
  cuts: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('share'), a: share, b: share }),
      z.object({ by: z.literal('count'), a: z.int().min(0).max(1e6), b: z.int().min(0).max(1e6) }),
    ])
    .refine(({ a, b }) => a <= b, 'the second edge does not lie before the first'),
  /** What the gap to its potential adds to an account’s score. */
  lambda: z.number().min(0).max(10),
  /** A tier changes past the edge by `margin`, or at so many reviews running. */
  hysteresis: z.object({ margin: z.number().min(0).max(1), reviews: z.int().min(1).max(12) }),
  reviewEvery: z.enum(reviewPeriods),
  cadences: z.object({ A: CadenceShape, B: CadenceShape, C: CadenceShape }),
  /** Hours of a visit, and of the way to it and back. */
  visitHours: z.number().min(0.25).max(12),
  wayHours: z.number().min(0).max(12),
  /** What visits return, as shares of today’s margin: without any, without limit, with half as many again. */
  judgement: z
    .object({ min: z.number().min(0).max(0.99), max: z.number().max(10), half: z.number().max(10) })
    .refine(({ max, half }) => half > 1 && half < max, 'more visits return more, and never more than the limit'),
};

export const TierSettingsPatch = z.object(parts).partial();
export type TierSettingsPatch = z.infer<typeof TierSettingsPatch>;

/** Tiers and cadences as they are in force. Version 0: nobody has changed the first ones yet. */
export const TierSettingsView = z.object({
  ...parts,
  id: Id,
  version: z.int().min(0),
  updatedAt: orNull(Instant),
  /** The last review of tiers; null before the first. */
  reviewedOn: orNull(CivilDay),
  /** Accounts in sight by tier; `none` were not reviewed yet. */
  counts: z.object({ A: z.int(), B: z.int(), C: z.int(), none: z.int() }),
});
export type TierSettingsView = z.infer<typeof TierSettingsView>;

/** A tier that a person gives an account, until a day or for good; null takes it back. */
export const TierHold = z.object({
  hold: orNull(z.object({ tier: TierLetter, reason: z.string().trim().min(1).max(500), until: orNull(CivilDay) })),
});
export type TierHold = z.infer<typeof TierHold>;

/** What an account could bring a year, and a cadence of its own; null takes the tier’s. */
export const PromisePatch = z.object({ potentialMinor: orNull(Minor.min(0)), cadence: orNull(CadenceShape) }).partial();
export type PromisePatch = z.infer<typeof PromisePatch>;

/** Where an account stands, and why. */
export const AccountTierView = z.object({
  accountId: Id,
  /** Version of the account, for `If-Match`. */
  version: z.int(),
  tier: orNull(TierLetter),
  /** Where the score stood at the last review; another tier than this one waits out the hysteresis. */
  byScore: orNull(TierLetter),
  /** At how many reviews running it has stood there. */
  beyond: z.int(),
  reviewedOn: orNull(CivilDay),
  /** Minor units a year, as of now. */
  scoreMinor: z.number(),
  potentialMinor: orNull(Minor),
  hold: orNull(z.object({ tier: TierLetter, reason: z.string(), until: orNull(CivilDay) })),
  history: z.array(
    z.object({
      id: Id,
      onDay: CivilDay,
      tier: TierLetter,
      cause: z.enum(['review', 'held', 'released']),
      scoreMinor: orNull(Minor),
    }),
  ),
});
export type AccountTierView = z.infer<typeof AccountTierView>;

export const TierReviewView = z.object({
  onDay: CivilDay,
  accounts: z.int(),
  changed: z.int(),
  counts: z.object({ A: z.int(), B: z.int(), C: z.int() }),
});
export type TierReviewView = z.infer<typeof TierReviewView>;
