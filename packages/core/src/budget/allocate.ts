import { largestRemainder } from '../apportion/largest-remainder.ts';
import { type Envelope, envelopeOf, spendAt, turningPoint } from './envelope.ts';
import { type Curve, demandCurve, lnMarginalAt, marginalAt, responseAt } from './response.ts';

/**
 * A campaign that takes part in a budget. `low` and `high` bound its spend in minor units: 0 and the whole budget when left out.
 * `curve` null: nothing is known of it, so it gets its low bound, a test cell, and no more.
 */
export type Candidate = { readonly curve: Curve | null; readonly low?: number; readonly high?: number };

export type Allocation =
  | {
      readonly status: 'ok';
      /** One a candidate, in whole minor units; they sum to the budget. */
      readonly spend: readonly number[];
      /** λ, the return of the next unit: equal for all that stand between their bounds. */
      readonly marginal: number;
      /** What the curves return for these spends. */
      readonly response: number;
    }
  | { readonly status: 'belowBounds'; readonly least: number }
  | { readonly status: 'aboveBounds'; readonly most: number }
  | { readonly status: 'noResponse' };

/**
 * Shares a budget out so that no unit would return more elsewhere (rule 11): maximises Σ f(x) with Σ x = budget and low ≤ x ≤ high, by
 * bisection on the price λ. S-shaped curves are climbed by their upper concave envelope; the campaign that the envelope leaves
 * half-way is then settled at its low bound or beyond its turning point, whichever returns more. Whole units by largest remainder.
 *
 * `belowBounds` and `aboveBounds` when the bounds leave no room, `noResponse` when no candidate is known to return anything.
 * Throws RangeError on a budget or bound that is no whole number of zero or more, on bounds the wrong way round, and on a bad curve.
 */
export function allocate(candidates: readonly Candidate[], budget: number): Allocation {
  const found = optimum(candidates, budget);
  if (found.status !== 'ok') return found;
  // Bounds are whole: each gets its low one first, and what is above it is shared out.
  const lows = candidates.map(({ low = 0 }) => low);
  const above = found.spend.map((spend, at) => Math.max(0, spend - (lows[at] as number)));
  const extra = largestRemainder(budget - sum(lows), above);
  const spend = lows.map((low, at) => low + (extra[at] as number));
  return { ...found, spend, response: responseOf(candidates, spend) };
}

/** As `allocate`, before money is cut to whole units: exact to the last digits of a double. */
export function optimum(candidates: readonly Candidate[], budget: number): Allocation {
  demandWhole(budget);
  const bounds = candidates.map(({ curve, low = 0, high = budget }) => {
    demandWhole(low);
    demandWhole(high);
    if (high < low) throw new RangeError(`A spend from ${low} to ${high} is none.`);
    if (curve !== null) demandCurve(curve);
    return curve === null ? { low, high: low } : { low, high };
  });
  const least = sum(bounds.map(({ low }) => low));
  const most = sum(bounds.map(({ high }) => high));
  if (budget < least) return { status: 'belowBounds', least };
  const isKnown = candidates.some(({ curve }) => curve !== null && marginalAt(curve, 1) > 0);
  if (!isKnown) return { status: 'noResponse' };
  if (budget > most) return { status: 'aboveBounds', most };
  const settled = settle(candidates, bounds, budget);
  return { status: 'ok', ...settled, response: responseOf(candidates, settled.spend) };
}

type Bounds = { readonly low: number; readonly high: number };
type Climbed = { readonly spend: readonly number[]; readonly marginal: number; readonly halfway: number | null };

/** Among so few campaigns every way is tried in which each is left at its low bound or taken beyond its turning point. */
const few = 6;
/** At the best split one campaign at most stands in its convex part: so many spends there are tried for each. */
const spendsTried = 32;

const turnOf = ({ curve }: Candidate): number => (curve === null ? 0 : Math.ceil(turningPoint(curve)));

/** The bounds with one campaign at its low one, and with it beyond its turning point. */
function sidesOf(candidates: readonly Candidate[], bounds: readonly Bounds[], at: number): Bounds[][] {
  const { low, high } = bounds[at] as Bounds;
  const beyond = Math.max(low, turnOf(candidates[at] as Candidate));
  return [bounds.with(at, { low, high: low }), ...(beyond <= high ? [bounds.with(at, { low: beyond, high })] : [])];
}

/** The ways to settle few campaigns: each on one side of its turning point, and each at spends of its convex part. */
function waysOfFew(candidates: readonly Candidate[], bounds: readonly Bounds[]): Bounds[][] {
  const isCurved = (at: number) => turnOf(candidates[at] as Candidate) > (bounds[at] as Bounds).low;
  const curved = candidates.flatMap((_, at) => (isCurved(at) ? [at] : []));
  const sides = curved.reduce<Bounds[][]>(
    (ways, at) => ways.flatMap((way) => sidesOf(candidates, way, at)),
    [[...bounds]],
  );
  const inside = curved.flatMap((at) => {
    const { low, high } = bounds[at] as Bounds;
    const turn = Math.min(high, turnOf(candidates[at] as Candidate));
    return Array.from({ length: spendsTried }, (_, step) => {
      const spend = Math.round(low + ((turn - low) * (step + 1)) / spendsTried);
      return bounds.with(at, { low: spend, high: spend });
    });
  });
  return [...sides, ...inside];
}

/** Settles campaigns left half-way on a chord, one after the other, on the side that returns more. */
function settle(candidates: readonly Candidate[], bounds: readonly Bounds[], budget: number): Climbed {
  let [now, open] = [climb(candidates, bounds, budget), bounds];
  let best = { climbed: now, response: responseOf(candidates, now.spend) };
  for (let round = 0; round < candidates.length && now.halfway !== null; round += 1) {
    const ways = sidesOf(candidates, open, now.halfway);
    if (round === 0 && candidates.length <= few) ways.push(...waysOfFew(candidates, bounds));
    const tried = ways.flatMap((narrowed) => {
      const isRoom = sum(narrowed.map(({ low }) => low)) <= budget && sum(narrowed.map(({ high }) => high)) >= budget;
      if (!isRoom) return [];
      const climbed = climb(candidates, narrowed, budget);
      return [{ climbed, narrowed, response: responseOf(candidates, climbed.spend) }];
    });
    const better = tried.reduce<(typeof tried)[number] | null>(
      (first, other) => (first === null || other.response > first.response ? other : first),
      null,
    );
    if (better === null) break;
    if (better.response > best.response) best = better;
    [now, open] = [better.climbed, better.narrowed];
  }
  return best.climbed;
}

function climb(candidates: readonly Candidate[], bounds: readonly Bounds[], budget: number): Climbed {
  const envelopes = candidates.map(({ curve }, at) =>
    curve === null ? null : envelopeOf(curve, bounds[at] as Bounds),
  );
  const at = (lnPrice: number): number[] =>
    envelopes.map((envelope, index) =>
      envelope === null ? (bounds[index] as Bounds).low : spendAt(envelope, lnPrice),
    );
  const highs = bounds.map(({ high }) => high);
  // Prices by their logarithms: those of saturated campaigns are too small for a double. One at which all is bought that returns
  // anything, and one at which too little is; they close in on each other.
  let [cheap, dear] = [cheapest(envelopes), Math.log(Number.MAX_VALUE)];
  if (sum(at(cheap)) < budget) return fill(envelopes, { few: at(cheap), many: highs }, { budget, marginal: 0 });
  for (;;) {
    const lnPrice = cheap + (dear - cheap) / 2;
    if (!(lnPrice > cheap && lnPrice < dear)) break;
    if (sum(at(lnPrice)) >= budget) cheap = lnPrice;
    else dear = lnPrice;
  }
  return fill(envelopes, { few: at(dear), many: at(cheap) }, { budget, marginal: Math.exp(cheap) });
}

/** The logarithm of a price below what any campaign returns that returns anything at its high bound. */
function cheapest(envelopes: readonly (Envelope | null)[]): number {
  const returns = envelopes.flatMap((envelope) => {
    if (envelope === null) return [];
    const { curve, high, slope } = envelope;
    return [lnMarginalAt(curve, high), Math.log(slope)].filter(Number.isFinite);
  });
  return Math.min(0, ...returns) - 1;
}

/** Between the two prices only what returns exactly λ is left to hand out: first come, first filled, so that one at most stands half-way. */
function fill(
  envelopes: readonly (Envelope | null)[],
  { few, many }: { few: readonly number[]; many: readonly number[] },
  { budget, marginal }: { budget: number; marginal: number },
): Climbed {
  let left = budget - sum(few);
  const spend = few.map((from, at) => {
    const more = Math.min(Math.max(0, left), Math.max(0, (many[at] as number) - from));
    left -= more;
    return from + more;
  });
  const halfway = envelopes.findIndex(
    (envelope, at) =>
      envelope !== null && (spend[at] as number) > envelope.low + 0.5 && (spend[at] as number) < envelope.touch - 0.5,
  );
  return { spend, marginal, halfway: halfway < 0 ? null : halfway };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const responseOf = (candidates: readonly Candidate[], spend: readonly number[]): number =>
  sum(candidates.map(({ curve }, at) => (curve === null ? 0 : responseAt(curve, spend[at] as number))));

function demandWhole(amount: number): void {
  if (Number.isSafeInteger(amount) && amount >= 0) return;
  throw new RangeError(`A budget and its bounds are whole minor units of zero or more; got ${amount}.`);
}
