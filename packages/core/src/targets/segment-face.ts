import { fitMargins } from '../apportion/ipf.ts';
import { largestRemainder } from '../apportion/largest-remainder.ts';
import { roundToMargins } from '../apportion/round-to-margins.ts';
import { leavesRoom } from '../apportion/spread.ts';
import { type Draft, locksIn, type Shortfall } from './draft.ts';
import { MONTHS_IN_YEAR, monthSums } from './plan.ts';
import { spreadCube } from './spread-cube.ts';

/**
 * Brings the segments × months face to the months of the leaves, where those have changed: cells that are not held share
 * what the held ones leave, so that every month is met and every segment's year stays in its proportion. Changes the
 * draft, unless held cells leave no room. Without segments there is nothing to do.
 */
export function followLeaves(draft: Draft, held: Uint8Array): Shortfall | null {
  if (draft.segments.length === 0) return null;
  const wanted = monthSums(draft.leaves);
  const present = monthSums(draft.segmentMonths);
  const months = Array.from(wanted.keys()).filter((month) => wanted[month] !== present[month]);
  return months.length === 0 ? null : meetMonths(draft, months, wanted, held);
}

/** As `followLeaves`, for the named months of twelve totals. */
export function meetMonths(
  draft: Draft,
  months: readonly number[],
  totals: Float64Array,
  held: Uint8Array,
): Shortfall | null {
  const columns = months.map((month) => freeColumn(draft, month, totals[month] as number, held));
  const blocked = columns.find((column) => !leavesRoom(column.total, column.rest, column.freeCount));
  if (blocked !== undefined) {
    const at = { segments: draft.segments, months: [blocked.month] };
    return { excess: 0 - blocked.rest, held: locksIn(draft, at, 'segments') };
  }
  const open = columns.filter((column) => column.freeCount > 0);
  const isPlain = open.every((column) => column.rest >= 0 && column.present.every((cell) => cell >= 0));
  const cells = isPlain ? fittedColumns(open, draft) : open.map((column) => spreadColumn(column, draft));
  for (const [index, { month, isFree }] of open.entries()) {
    for (const [segment, free] of isFree.entries()) {
      if (free === 1) draft.segmentMonths[segment * MONTHS_IN_YEAR + month] = (cells[index]?.[segment] as number) + 0;
    }
  }
  return null;
}

/** One month of the face: what its free cells hold, and what they shall sum to. */
type Column = {
  readonly month: number;
  readonly total: number;
  readonly rest: number;
  readonly freeCount: number;
  readonly isFree: Uint8Array;
  readonly present: Float64Array;
};

function freeColumn(draft: Draft, month: number, total: number, held: Uint8Array): Column {
  const isFree = new Uint8Array(draft.segments.length);
  const present = new Float64Array(draft.segments.length);
  let rest = total;
  for (let segment = 0; segment < isFree.length; segment += 1) {
    const place = segment * MONTHS_IN_YEAR + month;
    const value = draft.segmentMonths[place] as number;
    if (held[place] === 1) {
      rest -= value;
    } else {
      isFree[segment] = 1;
      present[segment] = value;
    }
  }
  return { month, total, rest, freeCount: isFree.reduce((sum, free) => sum + free, 0), isFree, present };
}

/** All months at once, fitted to their totals and to the years of the segments, then rounded under both. */
function fittedColumns(columns: readonly Column[], draft: Draft): Float64Array[] {
  const count = draft.segments.length;
  const rests = columns.map((column) => column.rest);
  const seed = Float64Array.from(columns.flatMap((column) => Array.from(seedOf(column, draft))));
  const years = new Float64Array(count);
  for (const [place, cell] of seed.entries()) years[place % count] = (years[place % count] as number) + cell;
  const total = rests.reduce((sum, rest) => sum + rest, 0);
  const margins = largestRemainder(total, years);
  // Held cells may bar the way to the years; then the months alone are met.
  const fit = fitMargins(seed, rests, margins, { iterations: 50 });
  const cells = fit.status === 'ok' ? fit.cells : byMonthOnly(seed, rests, count);
  const rounded = roundToMargins({ cells, rows: rests, columns: margins }).cells;
  return rests.map((_, index) => rounded.subarray(index * count, (index + 1) * count));
}

/** What a month's free cells are in proportion to: their values, else the plan's segments, else all alike. */
function seedOf({ present, isFree }: Column, draft: Draft): Float64Array {
  if (present.some((cell) => cell > 0)) return present;
  const weights = draft.shape.segments.map((weight, segment) => weight * (isFree[segment] as number));
  return weights.some((weight) => weight > 0) ? weights : Float64Array.from(isFree);
}

function byMonthOnly(seed: Float64Array, rests: readonly number[], count: number): Float64Array {
  return seed.map((cell, place) => {
    const row = Math.floor(place / count);
    const sum = seed.subarray(row * count, (row + 1) * count).reduce((all, other) => all + other, 0);
    return (cell * (rests[row] as number)) / sum;
  });
}

function spreadColumn({ rest, present, isFree }: Column, draft: Draft): Float64Array {
  const size = { persons: present.length, lines: 1, months: 1 };
  return spreadCube(rest, present, size, { isFree, shape: () => draft.shape.segments });
}
