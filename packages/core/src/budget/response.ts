/**
 * What a campaign returns for a spend x ≥ 0, both in units of money or one in results (rule 11).
 * - `power`: scale · x^exponent, exponent in (0, 1).
 * - `exponential`: ceiling · (1 − e^(−rate · x)).
 * - `hill`: ceiling · x^shape / (half^shape + x^shape); S-shaped when shape > 1.
 */
export type Curve =
  | { readonly kind: 'power'; readonly scale: number; readonly exponent: number }
  | { readonly kind: 'exponential'; readonly ceiling: number; readonly rate: number }
  | { readonly kind: 'hill'; readonly ceiling: number; readonly half: number; readonly shape: number };

/** A Hill response: half of the ceiling is reached at `half`. */
export type Hill = { readonly ceiling: number; readonly half: number; readonly shape: number };

/**
 * The Hill response `ceiling · x^shape / (half^shape + x^shape)` to a spend. 0 without spend, rising to the ceiling.
 * Throws RangeError on a negative spend or ceiling, and on a half or shape that is not above zero.
 */
export function hill(spend: number, { ceiling, half, shape }: Hill): number {
  demandCurve({ kind: 'hill', ceiling, half, shape });
  demandSpend(spend);
  if (spend === 0) return 0;
  return ceiling / (1 + (half / spend) ** shape);
}

/**
 * Spend as it still works: geometric adstock a_t = x_t + decay · a_{t−1}. One value a period, in the unit of the spend.
 * Throws RangeError on a decay outside [0, 1) and on a negative spend.
 */
export function adstock(spends: readonly number[], decay: number): number[] {
  if (!(decay >= 0 && decay < 1)) throw new RangeError(`A decay lies from 0 to below 1; got ${decay}.`);
  let carried = 0;
  return spends.map((spend) => {
    demandSpend(spend);
    carried = spend + decay * carried;
    return carried;
  });
}

/** What a curve returns for a spend. Throws RangeError as `hill` does. */
export function responseAt(curve: Curve, spend: number): number {
  demandCurve(curve);
  demandSpend(spend);
  if (curve.kind === 'power') return curve.scale * spend ** curve.exponent;
  if (curve.kind === 'exponential') return -curve.ceiling * Math.expm1(-curve.rate * spend);
  return hill(spend, curve);
}

/** The return of the next unit at a spend: the slope of the curve; ∞ where it begins upright. */
export function marginalAt(curve: Curve, spend: number): number {
  demandCurve(curve);
  demandSpend(spend);
  if (curve.kind === 'power')
    return curve.scale === 0 ? 0 : curve.scale * curve.exponent * spend ** (curve.exponent - 1);
  if (curve.kind === 'exponential') return curve.ceiling * curve.rate * Math.exp(-curve.rate * spend);
  const { ceiling, half, shape } = curve;
  if (ceiling === 0) return 0;
  if (spend === 0) {
    if (shape > 1) return 0;
    return shape === 1 ? ceiling / half : Number.POSITIVE_INFINITY;
  }
  const odds = (half / spend) ** shape;
  // Written by the odds, so that neither power of a large spend overflows.
  return odds === Number.POSITIVE_INFINITY ? 0 : (ceiling * shape * odds) / (spend * (1 + odds) ** 2);
}

/**
 * The natural logarithm of `marginalAt`: it tells apart the returns of saturated campaigns, which as such are too small for a double.
 * −∞ where the next unit returns nothing, ∞ where a curve begins upright.
 */
export function lnMarginalAt(curve: Curve, spend: number): number {
  demandCurve(curve);
  demandSpend(spend);
  if (curve.kind === 'exponential') return Math.log(curve.ceiling * curve.rate) - curve.rate * spend;
  if (spend === 0) return Math.log(marginalAt(curve, spend));
  if (curve.kind === 'power') return Math.log(curve.scale * curve.exponent) + (curve.exponent - 1) * Math.log(spend);
  const { ceiling, half, shape } = curve;
  const lnOdds = shape * Math.log(half / spend);
  // ln(1 + odds), where the odds themselves may overflow.
  const lnWhole = lnOdds > 0 ? lnOdds + Math.log1p(Math.exp(-lnOdds)) : Math.log1p(Math.exp(lnOdds));
  return Math.log(ceiling * shape) + lnOdds - Math.log(spend) - 2 * lnWhole;
}

/** Refuses a curve that is no response: a negative ceiling, a rate or half that is not above zero. */
export function demandCurve(curve: Curve): void {
  const isGood =
    curve.kind === 'power'
      ? isSize(curve.scale) && curve.exponent > 0 && curve.exponent < 1
      : curve.kind === 'exponential'
        ? isSize(curve.ceiling) && isAbove(curve.rate)
        : isSize(curve.ceiling) && isAbove(curve.half) && isAbove(curve.shape);
  if (!isGood) throw new RangeError(`This is no response curve: ${JSON.stringify(curve)}.`);
}

const isSize = (value: number): boolean => Number.isFinite(value) && value >= 0;
const isAbove = (value: number): boolean => Number.isFinite(value) && value > 0;

function demandSpend(spend: number): void {
  if (!isSize(spend)) throw new RangeError(`A spend is zero or more; got ${spend}.`);
}
