import { controlLimits, enoughHistory } from '../pacing/control-limits.ts';
import type { ChurnFacts } from './alert.ts';

/** How contacts with a customer went on: the mean of the periods before, the last one, and whether it lies below what is usual. */
export type ActivityFall = NonNullable<ChurnFacts['activity']> & { readonly mean: number; readonly last: number };

/**
 * How far contact with a customer has fallen: the last whole period beside the mean of those before. Below the limits is what the periods
 * before do not do by themselves (XmR). Null with fewer than eight periods before it, and with less than one contact a period: one without any says nothing then.
 * @param counts contacts by period, the oldest first, the last whole period last
 * @throws RangeError for what is no count
 */
export function activityFall(counts: readonly number[]): ActivityFall | null {
  if (counts.some((count) => !Number.isInteger(count) || count < 0)) throw new RangeError('Contacts are counts.');
  const [last = 0, before] = [counts.at(-1), counts.slice(0, -1)];
  const limits = before.length < enoughHistory ? null : controlLimits(before);
  if (!limits || limits.mean < 1) return null;
  return { fall: 1 - last / limits.mean, isBelowLimits: last < limits.lower, mean: limits.mean, last };
}
