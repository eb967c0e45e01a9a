import { type Curve, responseAt } from './response.ts';

/** What was spent in a period, and what came of it. */
export type SpendResult = { readonly spend: number; readonly result: number };

/** Fewer periods with spend, or fewer different spends, say nothing about a curve. */
export const leastPeriods = 6;
const leastSpends = 3;

export type FittedCurve =
  | { readonly status: 'ok'; readonly curve: Curve; readonly periods: number }
  | { readonly status: 'insufficientData'; readonly periods: number };

/**
 * The exponential response that lies nearest to what was seen, by least squares through the origin: for each rate the ceiling has a
 * closed form, and the rate is searched over the spends seen. `insufficientData` with fewer than six periods or three different
 * spends, or without any result. Throws RangeError on numbers that are negative or not finite.
 */
export function fitCurve(points: readonly SpendResult[]): FittedCurve {
  for (const { spend, result } of points)
    if (!(spend >= 0 && result >= 0 && Number.isFinite(spend + result)))
      throw new RangeError(`Spend and result are zero or more; got ${spend}, ${result}.`);
  const spent = points.filter(({ spend }) => spend > 0);
  const isEnough =
    spent.length >= leastPeriods &&
    new Set(spent.map(({ spend }) => spend)).size >= leastSpends &&
    spent.some(({ result }) => result > 0);
  if (!isEnough) return { status: 'insufficientData', periods: spent.length };
  const largest = Math.max(...spent.map(({ spend }) => spend));
  // From almost straight (a tenth of the way to the ceiling at the largest spend) to saturated at a twentieth of it.
  const [flat, steep] = [Math.log(0.1 / largest), Math.log(60 / largest)];
  const steps = 400;
  const tried = Array.from({ length: steps + 1 }, (_, at) =>
    fitted(spent, Math.exp(flat + ((steep - flat) * at) / steps)),
  );
  const best = tried.reduce((first, other) => (other.error < first.error ? other : first));
  return { status: 'ok', curve: best.curve, periods: spent.length };
}

function fitted(points: readonly SpendResult[], rate: number): { curve: Curve; error: number } {
  let [cross, square] = [0, 0];
  for (const { spend, result } of points) {
    const reached = -Math.expm1(-rate * spend);
    cross += reached * result;
    square += reached * reached;
  }
  const curve: Curve = { kind: 'exponential', ceiling: cross / square, rate };
  const error = points.reduce((sum, { spend, result }) => sum + (responseAt(curve, spend) - result) ** 2, 0);
  return { curve, error };
}
