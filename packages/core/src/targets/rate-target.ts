import { derive, type Heading } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';

/** Shares that are wanted are whole hundredths of a percent, so that they compare exactly. */
export const WHOLE_BP = 10_000;

/** When a wanted share holds: in the whole fiscal year, or in one of its quarters (1–4). */
export type RatePeriod = 'year' | 1 | 2 | 3 | 4;

/** For whom: everybody, a team with the teams below it, or one person. */
export type RateHolder =
  | { readonly kind: 'all' }
  | { readonly kind: 'team'; readonly id: string }
  | { readonly kind: 'person'; readonly id: string };

/** A wanted share that somebody stated, 0 to 10,000 hundredths of a percent. */
export type StatedRate = { readonly holder: RateHolder; readonly period: RatePeriod; readonly shareBp: number };

/** Who asks: a person, the teams they belong to from the nearest to the highest, and the period that is meant. */
export type RateAsked = {
  readonly personId: string | null;
  readonly teamIds: readonly string[];
  readonly period: RatePeriod;
};

/**
 * The share that is wanted of somebody in a period. Rates are inherited, not summed: one's own stands before that of one's team, a nearer
 * team before a higher one, and all before what is wanted of everybody; within one holder a quarter's own before the year's. Null where
 * nobody has stated any, which is not zero.
 *
 * Throws RangeError on a share outside 0–10,000, and on two statements for the same holder and period.
 */
export function rateFor(stated: readonly StatedRate[], { personId, teamIds, period }: RateAsked): StatedRate | null {
  const keys = new Map<string, StatedRate>();
  for (const one of stated) {
    if (!Number.isInteger(one.shareBp) || one.shareBp < 0 || one.shareBp > WHOLE_BP)
      throw new RangeError(`A wanted share is 0 to ${WHOLE_BP} hundredths of a percent; got ${one.shareBp}.`);
    const key = keyOf(one.holder, one.period);
    if (keys.has(key)) throw new RangeError(`A share is stated twice for ${key}.`);
    keys.set(key, one);
  }
  const holders: RateHolder[] = [
    ...(personId === null ? [] : [{ kind: 'person' as const, id: personId }]),
    ...teamIds.map((id) => ({ kind: 'team' as const, id })),
    { kind: 'all' },
  ];
  for (const holder of holders)
    for (const within of period === 'year' ? (['year'] as const) : ([period, 'year'] as const)) {
      const found = keys.get(keyOf(holder, within));
      if (found) return found;
    }
  return null;
}

const keyOf = (holder: RateHolder, period: RatePeriod): string =>
  `${holder.kind} ${holder.kind === 'all' ? '' : holder.id} ${period}`;

/** `met` where even the low end of the interval reaches the wanted share, `missed` where the high end stays below, else `open`. */
export function intervalStatus(
  { low, high }: { readonly low: number; readonly high: number },
  shareBp: number,
): 'met' | 'missed' | 'open' {
  if (low * WHOLE_BP >= shareBp) return 'met';
  return high * WHOLE_BP < shareBp ? 'missed' : 'open';
}

/** What was counted, as sources of a derivation: so many of so many, and the share that is wanted in hundredths of a percent. */
export type RateSources = {
  readonly num: Why | Leaf;
  readonly den: Why | Leaf;
  readonly shareBp: Leaf;
  /** The whole: 10,000 hundredths of a percent. */
  readonly whole: Leaf;
};

/**
 * How many more successes in a row lift the plain rate to the wanted share: `⌈(t·n − k) / (1 − t)⌉`, none when it is there already
 * (rule 1, uncertainty). Reckoned in hundredths of a percent, so that 7 of 100 have reached 7 %. Null where no number would do: all is
 * wanted, and something failed. 25 of 100 need 8 more for 30 %.
 *
 * With `of: 'owed'` a success does not add a case, as money that comes in adds nothing to what is owed: `⌈t·n − k⌉`.
 */
export function whyMore(heading: Heading, sources: RateSources, of: 'trials' | 'owed' = 'trials'): Why | null {
  const { num, den, shareBp, whole } = sources;
  const { unit } = heading;
  const missing = derive('difference', { rule: 'rate.missing', unit }, [
    derive('product', { rule: 'rate.wanted', unit }, [shareBp, den]),
    derive('product', { rule: 'rate.reached', unit }, [whole, num]),
  ]);
  if (of === 'trials' && shareBp.value === whole.value && missing.value > 0) return null;
  const each =
    of === 'owed' || shareBp.value === whole.value
      ? whole
      : derive('difference', { rule: 'rate.each', unit: 'count' }, [whole, shareBp]);
  return derive('max', heading, [
    derive('sum', { rule: 'rate.none', unit }, []),
    derive('ceil', { rule: 'rate.more', unit }, [
      derive('quotient', { rule: 'rate.more-exact', unit }, [missing, each]),
    ]),
  ]);
}
