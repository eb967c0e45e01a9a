import type { VisitPromise } from './plan-visits.ts';

/** One way to lay visits into their window. `square` is `Σ n² ÷ capacity` over its weeks, `n` visits in each. */
export type Pattern = { readonly weeks: readonly number[]; readonly square: number };

/**
 * The ways to lay visits evenly into their window, one for each phase that differs, as `planVisits` describes; none when the window has no hours
 * at all. Only those are kept that move as few visits as possible, and come as rarely as possible beside a week that has one already.
 *
 * @param weights `1 ÷ capacity` of each week, 0 where it has no hours
 */
export function patternsOf({ visits, first, last, taken = [] }: VisitPromise, weights: Float64Array): Pattern[] {
  const [from, to] = [first ?? 0, last ?? weights.length - 1];
  const length = to - from + 1;
  const open: number[] = [];
  for (let week = from; week <= to; week += 1) if ((weights[week] as number) > 0) open.push(week);
  if (open.length === 0) return [];
  const isTaken = new Uint8Array(weights.length + 2);
  for (const week of taken) isTaken[week + 1] = 1;
  let patterns: Pattern[] = [];
  let least = Number.POSITIVE_INFINITY;
  // Phases between two multiples of what visits and weeks have in common lay them the same.
  for (let phase = 0; phase < length; phase += commonDivisor(visits, length)) {
    const { laid, moved } = lay(visits, { from, length, phase, open, weights });
    const penalty = moved + (taken.length === 0 ? 0 : nearTaken(laid, isTaken));
    if (penalty < least) [patterns, least] = [[], penalty];
    // Being moved, or coming again in a week that has a visit, is worse than any imbalance.
    if (penalty === least) patterns.push({ weeks: laid, square: squareOf(laid, weights) });
  }
  return patterns;
}

type Window = { from: number; length: number; phase: number; open: readonly number[]; weights: Float64Array };

/** The visits of one phase, in order, and how many of them are not where the phase puts them as that week has no hours. */
function lay(visits: number, { from, length, phase, open, weights }: Window): { laid: number[]; moved: number } {
  const laid: number[] = [];
  let moved = 0;
  let last = -1;
  let isInOrder = true;
  for (let k = 0; k < visits; k += 1) {
    const week = from + (Math.floor((k * length + phase) / visits) % length);
    const nearest = (weights[week] as number) > 0 ? week : nearestOf(week, open, laid);
    if (nearest !== week) moved += 1;
    if (nearest < last) isInOrder = false;
    last = nearest;
    laid.push(nearest);
  }
  return { laid: isInOrder ? laid : laid.sort((a, b) => a - b), moved };
}

/** The open week next to one without hours, with the fewest of the visits laid already. */
function nearestOf(week: number, open: readonly number[], laid: readonly number[]): number {
  const cost = (one: number): number => Math.abs(one - week) + laid.filter((other) => other === one).length * 100;
  return open.reduce((best, one) => (cost(one) < cost(best) ? one : best), open[0] as number);
}

function nearTaken(laid: readonly number[], isTaken: Uint8Array): number {
  let penalty = 0;
  for (const week of laid) {
    if (isTaken[week + 1] === 1) penalty += 5;
    else if (isTaken[week] === 1 || isTaken[week + 2] === 1) penalty += 1;
  }
  return penalty;
}

function squareOf(laid: readonly number[], weights: Float64Array): number {
  let sum = 0;
  let same = 0;
  for (let k = 0; k < laid.length; k += 1) {
    same = k > 0 && laid[k - 1] === laid[k] ? same + 2 : 1;
    // 1 + 3 + 5 + … is the square.
    sum += same * (weights[laid[k] as number] as number);
  }
  return sum;
}

function commonDivisor(a: number, b: number): number {
  let [high, low] = [a, b];
  while (low > 0) [high, low] = [low, high % low];
  return high;
}
