import { hyp2f1 } from '../special/hypergeometric.ts';

/**
 * How a customer bought, in one unit of time (weeks, say): `repeats` purchases after the first, the last of them `recency` after the
 * first, watched for `age` since the first. Purchases of one day count once.
 */
export type Purchases = { readonly repeats: number; readonly recency: number; readonly age: number };

/**
 * Customers buy at a rate of their own (gamma, shape `r`, scale `alpha`) until they drop out (beta `a`, `b`). `bgnbd`: after a repeat
 * purchase (Fader, Hardie & Lee 2005), so that who bought once is alive for sure. `mbgnbd`: after any, the first included (Batislam et
 * al. 2007). `nbd`: nobody drops out (Ehrenberg 1959).
 */
export type Rhythm =
  | {
      readonly kind: 'bgnbd' | 'mbgnbd';
      readonly r: number;
      readonly alpha: number;
      readonly a: number;
      readonly b: number;
    }
  | { readonly kind: 'nbd'; readonly r: number; readonly alpha: number };

/** @throws RangeError for a purchase after the day it was watched to, or a repeat that took no time at all */
export function checkPurchases({ repeats, recency, age }: Purchases): void {
  if (!(Number.isInteger(repeats) && repeats >= 0)) throw new RangeError('Repeats are a count.');
  if (!(recency >= 0 && recency <= age && Number.isFinite(age))) throw new RangeError('0 ≤ recency ≤ age.');
  if (repeats === 0 && recency !== 0) throw new RangeError('Without a repeat there is no recency.');
}

/** Odds of having dropped out against being alive: how much the second term of the likelihood weighs. */
export function oddsGone(rhythm: Rhythm, { repeats, recency, age }: Purchases): number {
  if (rhythm.kind === 'nbd') return 0;
  const { kind, r, alpha, a, b } = rhythm;
  if (kind === 'bgnbd' && repeats === 0) return 0;
  const chance = a / (b + repeats - (kind === 'bgnbd' ? 1 : 0));
  return chance * ((alpha + age) / (alpha + recency)) ** (r + repeats);
}

/** The probability that a customer will buy again at all, 0–1. @throws RangeError as `checkPurchases` */
export function pAlive(rhythm: Rhythm, purchases: Purchases): number {
  checkPurchases(purchases);
  return 1 / (1 + oddsGone(rhythm, purchases));
}

/** Near a = 1 the formulas divide by nearly nothing: the mean of both sides stands for the limit. */
function aroundOne(a: number, value: (a: number) => number): number {
  const gap = 1e-5;
  return Math.abs(a - 1) < gap ? (value(1 - gap) + value(1 + gap)) / 2 : value(a);
}

/**
 * Purchases to expect in the next `ahead` units of time from a customer who bought like this.
 * @throws RangeError as `checkPurchases`, or for a time below 0
 */
export function expectedPurchases(rhythm: Rhythm, purchases: Purchases, ahead: number): number {
  checkPurchases(purchases);
  if (!(ahead >= 0)) throw new RangeError('Time ahead is 0 or more.');
  const { repeats: x, age } = purchases;
  const { r, alpha } = rhythm;
  if (rhythm.kind === 'nbd') return ((r + x) / (alpha + age)) * ahead;
  const { kind, b } = rhythm;
  const stayed = x + (kind === 'mbgnbd' ? 1 : 0);
  const z = ahead / (alpha + age + ahead);
  return aroundOne(rhythm.a, (a) => {
    const c = a + b + stayed - 1;
    const left = (1 - z) ** (r + x) * hyp2f1(r + x, b + stayed, c, z);
    return ((c / (a - 1)) * (1 - left)) / (1 + oddsGone({ ...rhythm, a }, purchases));
  });
}

/** Repeat purchases to expect from a new customer within a time. @throws RangeError for a time below 0 */
export const expectedOfNew = (rhythm: Rhythm, time: number): number =>
  expectedPurchases(rhythm, { repeats: 0, recency: 0, age: 0 }, time);
