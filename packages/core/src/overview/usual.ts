import { controlLimits, enoughHistory } from '../pacing/control-limits.ts';

/** What is usual of a figure by period, and whether the last whole period was. */
export type Usual = {
  readonly low: number;
  readonly high: number;
  /** `steady` lies within the limits; null where too little is known. */
  readonly signal: 'above' | 'steady' | 'below';
};

/**
 * The limits within which a figure keeps by itself (XmR of the periods before the last), and where the last one lies. Of what cannot be
 * negative the lower limit is not either. Null with fewer than eight periods before the last.
 * @param values by period, the oldest first; the last is the period that is asked about
 */
export function usualOf(
  values: readonly number[],
  { neverNegative }: { readonly neverNegative: boolean },
): Usual | null {
  const before = values.slice(0, -1);
  const last = values.at(-1);
  if (last === undefined || before.length < enoughHistory) return null;
  const limits = controlLimits(before);
  if (!limits) return null;
  const low = neverNegative ? Math.max(0, limits.lower) : limits.lower;
  return { low, high: limits.upper, signal: last > limits.upper ? 'above' : last < low ? 'below' : 'steady' };
}
