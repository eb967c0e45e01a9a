import { type Interval, wilson } from '../rate/wilson.ts';
import { fitRenewals, renewalRate } from './renewal.ts';

/** A contract that came to its so-manieth renewal, and whether it was renewed. */
export type DecidedRenewal = { readonly nth: number; readonly isRenewed: boolean };
/** The chance that a contract is renewed, and what is known of it. */
export type RenewalChance = {
  readonly chance: number;
  readonly interval: Interval;
  readonly renewed: number;
  readonly decided: number;
};

/** Fewer decided renewals say nothing yet. */
export const leastRenewals = 10;

/**
 * The chance that the so-manieth renewal comes about, from all that were decided. The chance is that of contracts that end at a rate of
 * their own (shifted beta-geometric) laid through the shares by renewal; the interval is that of the renewals of this number counted
 * (Wilson), and of all of them where none of this number was decided. Null with fewer than ten decided.
 * @throws RangeError for a renewal before the first
 */
export function renewalChance(decided: readonly DecidedRenewal[], nth: number): RenewalChance | null {
  if (!(Number.isInteger(nth) && nth >= 1)) throw new RangeError('The first renewal is number 1.');
  if (decided.length < leastRenewals) return null;
  const alike = decided.filter((one) => one.nth === nth);
  const meant = alike.length > 0 ? alike : decided;
  const renewed = meant.filter(({ isRenewed }) => isRenewed).length;
  const interval = wilson({ successes: renewed, trials: meant.length });
  const chance = renewalRate(fitRenewals(cohortOf(decided)), nth);
  return { chance: Math.min(interval.high, Math.max(interval.low, chance)), interval, renewed, decided: meant.length };
}

/** A cohort that lost at each renewal the share that was lost there: contracts came at different times, and count alike. */
function cohortOf(decided: readonly DecidedRenewal[]): number[] {
  const last = decided.reduce((most, { nth }) => Math.max(most, nth), 1);
  const left = [decided.length];
  for (let nth = 1; nth <= last; nth += 1) {
    const some = decided.filter((one) => one.nth === nth);
    const share = some.length === 0 ? 1 : some.filter(({ isRenewed }) => isRenewed).length / some.length;
    left.push((left.at(-1) ?? 0) * share);
  }
  return left;
}
