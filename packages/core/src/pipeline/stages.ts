import type { IsoDate } from '../calendar/civil-day.ts';
import { roundedShare } from '../explain/exact-share.ts';
import type { Minor } from '../money/minor.ts';

/** What a stage means: work goes on, the deal is won, or it is lost. */
export type StageCategory = 'open' | 'won' | 'lost';

/** Hundredths of a percent in a whole: a chance of 0.25 is 2500. */
export const WHOLE_BP = 10_000;

/** What a deal says that hangs on its stage. Unknown is null, never zero. */
export type Standing = {
  readonly amountMinor: Minor | null;
  readonly closedOn: IsoDate | null;
  readonly lostReason: string | null;
};

/** A deal that stands in its stage as it must, or what it still lacks for it. */
export type Entry =
  | { readonly status: 'ok'; readonly standing: Standing }
  | { readonly status: 'incomplete'; readonly missing: readonly ('amountMinor' | 'closedOn')[] };

/**
 * What a deal says once it stands in a stage of this category. An open deal has no close day and no reason of loss. A won
 * one needs its amount and the day on which it closed, for both go into the books. A lost one closes on the day it says,
 * else on `today`; without a `today` (history that is read in) an unknown day stays unknown.
 */
export function enterStage(category: StageCategory, said: Standing, today: IsoDate | null): Entry {
  if (category === 'open') return { status: 'ok', standing: { ...said, closedOn: null, lostReason: null } };
  if (category === 'lost') return { status: 'ok', standing: { ...said, closedOn: said.closedOn ?? today } };
  const missing = (['closedOn', 'amountMinor'] as const).filter((field) => said[field] === null);
  if (missing.length > 0) return { status: 'incomplete', missing };
  return { status: 'ok', standing: { ...said, lostReason: null } };
}

/** The chance of a win at a stage: 1 where deals are won, 0 where they are lost, as stated where they are open. */
export function winProbabilityBp(category: StageCategory, statedBp: number): number {
  if (!Number.isInteger(statedBp) || statedBp < 0 || statedBp > WHOLE_BP)
    throw new RangeError(`A probability is 0 to ${WHOLE_BP} hundredths of a percent; got ${statedBp}.`);
  if (category === 'open') return statedBp;
  return category === 'won' ? WHOLE_BP : 0;
}

/** Value × probability in minor units, half away from zero, exactly. */
export function weightedValue(amountMinor: Minor, probabilityBp: number): Minor {
  return roundedShare(amountMinor, probabilityBp, WHOLE_BP);
}

/** The day of a reversal: today, but never before the credit that it takes back. */
export function reversalDay(creditDay: IsoDate, today: IsoDate): IsoDate {
  return today < creditDay ? creditDay : today;
}
