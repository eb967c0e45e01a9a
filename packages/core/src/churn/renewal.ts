import { lnGamma } from '../special/ln-gamma.ts';
import { minimiseInUnitCube } from '../special/minimise.ts';

/** Contracts that end at each renewal with a chance of their own: beta `alpha`, `beta` (shifted beta-geometric, Fader & Hardie 2007). */
export type RenewalModel = { readonly alpha: number; readonly beta: number };

const lnBeta = (a: number, b: number): number => lnGamma(a) + lnGamma(b) - lnGamma(a + b);

/** The share that is still there after so many renewals, 0–1: `B(α, β + t) ÷ B(α, β)`. @throws RangeError for a count below 0 */
export function surviving({ alpha, beta }: RenewalModel, renewals: number): number {
  if (!(Number.isInteger(renewals) && renewals >= 0)) throw new RangeError('Renewals are a count.');
  return Math.exp(lnBeta(alpha, beta + renewals) - lnBeta(alpha, beta));
}

/** The share that renews at the so-manieth renewal of those who came to it: `(β + t − 1) ÷ (α + β + t − 1)`. @throws RangeError below 1 */
export function renewalRate({ alpha, beta }: RenewalModel, renewal: number): number {
  if (!(Number.isInteger(renewal) && renewal >= 1)) throw new RangeError('The first renewal is number 1.');
  return (beta + renewal - 1) / (alpha + beta + renewal - 1);
}

/**
 * The model of a cohort by maximum likelihood.
 * @param left how many contracts were there at the start and after each renewal: never more than before
 * @throws RangeError when fewer than two counts are given, or one is above the one before
 */
export function fitRenewals(left: readonly number[]): RenewalModel & { readonly lnLikelihood: number } {
  if (left.length < 2 || left.some((count, at) => !(count >= 0) || count > (left[at - 1] ?? Number.POSITIVE_INFINITY)))
    throw new RangeError('A cohort is told by two counts or more, none above the one before.');
  const sum = (model: RenewalModel): number => {
    let total = 0;
    for (let at = 1; at < left.length; at += 1) {
      const lost = (left[at - 1] ?? 0) - (left[at] ?? 0);
      // P(T = t) = B(α + 1, β + t − 1) ÷ B(α, β)
      if (lost > 0) total += lost * (lnBeta(model.alpha + 1, model.beta + at - 1) - lnBeta(model.alpha, model.beta));
    }
    const last = left.at(-1) ?? 0;
    return total + (last > 0 ? last * Math.log(surviving(model, left.length - 1)) : 0);
  };
  const at = (places: readonly number[]): RenewalModel => ({
    alpha: Math.exp(-8 + 16 * (places[0] ?? 0)),
    beta: Math.exp(-8 + 16 * (places[1] ?? 0)),
  });
  const model = at(minimiseInUnitCube([0.5, 0.55], (places) => -sum(at(places)) / Math.max(1, left[0] ?? 1)));
  return { ...model, lnLikelihood: sum(model) };
}
