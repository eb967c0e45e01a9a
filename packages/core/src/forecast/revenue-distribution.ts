import { gaussHermite } from './gauss-hermite.ts';

/** A deal as far as it counts here: what it brings if it is won, and the chance of that. */
export type ChanceOf = { readonly amount: number; readonly p: number };

/** The chances of sums: `mass[k]` is that of `k · unit`. */
export type Distribution = {
  readonly unit: number;
  readonly mass: readonly number[];
  readonly mean: number;
  readonly variance: number;
};

/** The chances of 0, 1, …, n wins of n independent deals with chances of their own (Poisson binomial: Hong 2013). */
export function poissonBinomial(chances: readonly number[]): number[] {
  let mass = [1];
  for (const p of chances) {
    demandChance(p);
    mass = Array.from(
      { length: mass.length + 1 },
      (_, wins) => (mass[wins] ?? 0) * (1 - p) + (mass[wins - 1] ?? 0) * p,
    );
  }
  return mass;
}

/**
 * The distribution of what deals bring together. Exact where their amounts have a common unit that fits in the grid; otherwise amounts are
 * rounded to its cells, and what rounding takes from the mean of one deal the next one gets back.
 *
 * `shared` is the standard deviation τ of what all deals have in common: logit pᵢ + η with η ~ N(0, τ²), integrated over 21 points
 * (Gauss–Hermite). Deals taken for independent give intervals that are far too narrow. `mean` and `variance` are those of the deals, not of
 * the cells. Throws RangeError on amounts that are negative or not finite, on chances outside 0–1 and on τ below zero.
 */
export function revenueDistribution(
  deals: readonly ChanceOf[],
  { shared = 0, cells = shared > 0 ? 2048 : 8192 }: { readonly shared?: number; readonly cells?: number } = {},
): Distribution {
  for (const { amount, p } of deals) {
    if (!(amount >= 0 && Number.isFinite(amount)))
      throw new RangeError(`A deal brings a finite amount of zero or more; got ${amount}.`);
    demandChance(p);
  }
  if (!(shared >= 0 && Number.isFinite(shared))) throw new RangeError(`A deviation is zero or more; got ${shared}.`);
  // In an order of their own, so that the answer does not depend on that of the input.
  const sorted = deals
    .filter(({ amount, p }) => amount > 0 && p > 0)
    .toSorted((a, b) => a.amount - b.amount || a.p - b.p);
  const total = sorted.reduce((sum, { amount }) => sum + amount, 0);
  const common = sorted.every(({ amount }) => Number.isSafeInteger(amount))
    ? sorted.reduce((unit, { amount }) => greatestCommonDivisor(unit, amount), 0)
    : 0;
  const unit = total === 0 ? 1 : common > 0 && total / common <= cells ? common : total / cells;
  const places = placesOf(sorted, unit);
  if (shared === 0) return { unit, ...momentsOf(sorted, 0), mass: [...massOf(sorted, places)] };
  const points = gaussHermite(21).map(({ node, weight }) => ({ shift: Math.SQRT2 * shared * node, weight }));
  const mass: number[] = [];
  let [mean, square] = [0, 0];
  for (const { shift, weight } of points) {
    for (const [at, chance] of massOf(sorted, places, shift).entries()) mass[at] = (mass[at] ?? 0) + weight * chance;
    const moments = momentsOf(sorted, shift);
    mean += weight * moments.mean;
    square += weight * (moments.variance + moments.mean ** 2);
  }
  return { unit, mass, mean, variance: Math.max(0, square - mean ** 2) };
}

/** The smallest sum that is not exceeded with probability `share`; throws RangeError outside 0–1. */
export function quantileOf({ unit, mass }: Distribution, share: number): number {
  demandChance(share);
  let sum = 0;
  for (const [at, chance] of mass.entries()) {
    sum += chance;
    if (sum >= share - 1e-12) return at * unit;
  }
  return (mass.length - 1) * unit;
}

/** The chance that at least so much comes in. */
export function chanceOfAtLeast({ unit, mass }: Distribution, amount: number): number {
  const from = Math.max(0, Math.ceil(amount / unit - 1e-9));
  return Math.min(
    1,
    mass.slice(from).reduce((sum, chance) => sum + chance, 0),
  );
}

/** The cell of each amount; the rounding of one is made up for by the next, weighed by their chances. */
function placesOf(deals: readonly ChanceOf[], unit: number): number[] {
  let owed = 0;
  return deals.map(({ amount, p }) => {
    const exact = amount / unit;
    const place = Math.max(0, Math.round(exact + owed / p));
    // A chance of nearly nothing would turn a small debt into a large place.
    const near = Math.min(Math.ceil(exact), Math.max(Math.floor(exact), place));
    owed += p * (exact - near);
    return near;
  });
}

function massOf(deals: readonly ChanceOf[], places: readonly number[], shift = 0): Float64Array {
  const mass = new Float64Array(places.reduce((sum, place) => sum + place, 0) + 1);
  mass[0] = 1;
  let top = 0;
  for (const [at, deal] of deals.entries()) {
    const place = places[at] as number;
    const p = shifted(deal.p, shift);
    top += place;
    for (let cell = top; cell >= 0; cell -= 1)
      mass[cell] = (mass[cell] as number) * (1 - p) + (cell >= place ? (mass[cell - place] as number) * p : 0);
  }
  return mass;
}

function momentsOf(deals: readonly ChanceOf[], shift: number): { mean: number; variance: number } {
  let [mean, variance] = [0, 0];
  for (const deal of deals) {
    const p = shifted(deal.p, shift);
    mean += deal.amount * p;
    variance += deal.amount ** 2 * p * (1 - p);
  }
  return { mean, variance };
}

const shifted = (p: number, shift: number): number =>
  shift === 0 || p >= 1 ? p : 1 / (1 + ((1 - p) / p) * Math.exp(-shift));

function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

function demandChance(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A chance lies from 0 to 1; got ${p}.`);
}
