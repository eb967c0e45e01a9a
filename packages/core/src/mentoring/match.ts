import { assign } from './assign.ts';
import { type Assignment, fitsOfRow, pairsOf, pricesOf } from './assignment.ts';
import { fair } from './fair.ts';
import { type Fits, type Pairs, totalOf, worstOf } from './pairing.ts';
import { blockingPairs, stable } from './stable.ts';

/** What a pairing is to be best at: the largest total; nobody would rather swap; the worst pair as good as can be. */
export const dials = ['total', 'stable', 'fair'] as const;
export type Dial = (typeof dials)[number];

/** What was decided by hand of a pair: it is made, or it is not. */
export type PairDecision = { readonly kind: 'pin' | 'ban'; readonly row: number; readonly column: number };

/** A pairing with what it is worth. */
export type Matching = {
  readonly pairs: Pairs;
  /** Sum of the fits of its pairs. */
  readonly total: number;
  /** The least fit among its pairs; null without a pair. */
  readonly worst: number | null;
  /** Pairs that would rather have each other, leaving out what was decided by hand. */
  readonly blocking: number;
  /** By column what one more place would add at most; null without a place, and of all but the largest total. */
  readonly scarcity: readonly (number | null)[];
};

/**
 * What is left to be paired after the decisions: a ban is out of the question, a pinned row looks for nobody, and its column has a
 * place less.
 * @throws RangeError for a pair that does not exist or cannot be made, a row pinned twice, or more pins than places
 */
export function decidedFits(
  fits: Fits,
  decisions: readonly PairDecision[],
): { left: Fits; pinned: Map<number, number> } {
  const { rows, columns } = fits;
  const fit = fits.fit.slice();
  const places = [...fits.places];
  const pinned = new Map<number, number>();
  for (const { kind, row, column } of decisions) {
    if (!(row >= 0 && row < rows && column >= 0 && column < columns)) throw new RangeError('There is no such pair.');
    if (kind === 'ban') fit[row * columns + column] = Number.NaN;
  }
  for (const { kind, row, column } of decisions) {
    if (kind === 'ban') continue;
    const isPossible = !Number.isNaN(fit[row * columns + column]) && !pinned.has(row);
    places[column] = (places[column] ?? 0) - 1;
    if (!isPossible || (places[column] ?? 0) < 0) throw new RangeError('This pair cannot be made.');
    pinned.set(row, column);
  }
  for (const row of pinned.keys()) fit.fill(Number.NaN, row * columns, (row + 1) * columns);
  return { left: { ...fits, fit, places }, pinned };
}

function worthOf(
  fits: Fits,
  decisions: readonly PairDecision[],
  pairs: Pairs,
  scarcity?: Matching['scarcity'],
): Matching {
  const { left, pinned } = decidedFits(fits, decisions);
  return {
    pairs,
    total: totalOf(fits, pairs),
    worst: worstOf(fits, pairs),
    blocking: blockingPairs(
      left,
      pairs.map((column, row) => (pinned.has(row) ? null : column)),
    ),
    scarcity: scarcity ?? fits.places.map(() => null),
  };
}

/** An assignment of the largest total, solved on by hand, as a matching. It copies no fits: one more decision is told at once. */
export function matchingOf(state: Assignment): Matching {
  const { fits, pinned } = state;
  const pairs = pairsOf(state);
  const places = [...fits.places];
  for (const column of pinned.values()) places[column] = (places[column] ?? 0) - 1;
  return {
    pairs,
    total: totalOf(fits, pairs),
    worst: worstOf(fits, pairs),
    blocking: blockingPairs(
      { ...fits, places },
      pairs.map((column, row) => (pinned.has(row) ? null : column)),
      (row) => (pinned.has(row) ? null : fitsOfRow(state, row)),
      state.bestOfRow,
    ),
    scarcity: pricesOf(state),
  };
}

/**
 * The pairing that is best at what the dial says and holds to every decision.
 * @param onProgress called now and then with how many rows are done, of how many
 * @throws RangeError as `checkFits` and `decidedFits`
 */
export function match(
  fits: Fits,
  dial: Dial,
  decisions: readonly PairDecision[] = [],
  onProgress?: (done: number, of: number) => void,
): Matching {
  const { left, pinned } = decidedFits(fits, decisions);
  const withPinned = (pairs: Pairs): Pairs => pairs.map((column, row) => pinned.get(row) ?? column);
  if (dial === 'stable') return worthOf(fits, decisions, withPinned(stable(left)));
  const state = dial === 'fair' ? fair(left, onProgress).assignment : assign(left, onProgress);
  return worthOf(fits, decisions, withPinned(pairsOf(state)), dial === 'total' ? pricesOf(state) : undefined);
}

/** Sums of fits in another order differ by less than this. */
const near = 1e-6;
const sizeOf = (pairs: Pairs): number => pairs.filter((column) => column !== null).length;

/**
 * What is wrong with a pairing that somebody proposes: a pair that cannot be made, a column with more rows than places, or a decision
 * that was not kept (`impossible`); there is a better one (`not-best`); null when nothing is. Equally good ones are all right.
 * @throws RangeError as `match`
 */
export function faultOf(
  fits: Fits,
  dial: Dial,
  decisions: readonly PairDecision[],
  pairs: Pairs,
): 'impossible' | 'not-best' | null {
  const { left, pinned } = decidedFits(fits, decisions);
  const taken = fits.places.map(() => 0);
  for (let row = 0; row < fits.rows; row += 1) {
    const column = pairs[row] ?? null;
    const pin = pinned.get(row);
    if (pin !== undefined && column !== pin) return 'impossible';
    if (column === null) continue;
    if (pin === undefined && !((left.fit[row * fits.columns + column] ?? Number.NaN) >= 0)) return 'impossible';
    taken[column] = (taken[column] ?? 0) + 1;
  }
  if (taken.some((count, column) => count > (fits.places[column] ?? 0))) return 'impossible';
  const own = worthOf(fits, decisions, pairs);
  if (dial === 'stable') return own.blocking === 0 ? null : 'not-best';
  const best = match(fits, dial, decisions);
  if (own.total < best.total - near) return 'not-best';
  if (dial === 'total') return null;
  const free = (some: Pairs) => some.map((column, row) => (pinned.has(row) ? null : column));
  const least = (some: Pairs) => worstOf(fits, free(some)) ?? 0;
  return sizeOf(pairs) < sizeOf(best.pairs) || least(pairs) < least(best.pairs) - near ? 'not-best' : null;
}
