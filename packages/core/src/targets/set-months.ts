import { cascade } from '../apportion/cascade.ts';
import { leavesRoom } from '../apportion/spread.ts';
import { eachLeaf, type LeafBox, leafBox } from './block.ts';
import {
  type Draft,
  lockedLeaves,
  lockedSegmentCells,
  locksIn,
  type Shortfall,
  shapeOfBox,
  spreadBox,
} from './draft.ts';
import { fitCube } from './fit-cube.ts';
import type { Block } from './plan.ts';
import { type CubeSize, cubeSums } from './round-cube.ts';
import { followLeaves } from './segment-face.ts';
import { inProportion } from './spread-cube.ts';

/** Gives the leaves of some months new month totals, all at once. Changes the draft, unless locks leave no room. */
export function setMonths(draft: Draft, months: readonly number[], totals: Float64Array): Shortfall | null {
  const frame = frameOf(draft, { months });
  const wanted = frame.box.months.map((month) => totals[month] as number);
  return fill(draft, frame, wanted, { keep: 'proportions' });
}

/**
 * Gives a block a new season: its sum stays and is cascaded over its months by the shares; persons and lines keep their
 * sums as far as locks allow. Months that are locked as a whole stay out of it. Changes the draft, unless locks leave no
 * room. Throws RangeError on another number of shares than months, and on a block of segments.
 */
export function setShares(draft: Draft, at: Block, shares: readonly number[]): Shortfall | null {
  if (leafBox(draft, at) === null) throw new RangeError('A season belongs to leaves; segments follow them.');
  const frame = frameOf(draft, at);
  if (shares.length !== frame.box.months.length) {
    throw new RangeError(`The block has ${frame.box.months.length} months; got ${shares.length} shares.`);
  }
  const open = frame.months.flatMap((month, index) => (month.freeCount > 0 ? [index] : []));
  const wanted = frame.months.map((month) => month.held);
  const moving = open.reduce((sum, index) => sum + (frame.months[index]?.held as number) + sumOfMonth(frame, index), 0);
  const steps =
    open.length === 0
      ? []
      : cascade(
          moving,
          open.map((index) => shares[index] as number),
        );
  for (const [step, index] of open.entries()) wanted[index] = steps[step] as number;
  const shortfall = fill(draft, frame, wanted, { keep: 'margins' });
  return shortfall ?? followLeaves(draft, lockedSegmentCells(draft));
}

/** A box of leaves with what is free in it; `present` holds 0 where a leaf is not. */
type Frame = {
  readonly box: LeafBox;
  readonly size: CubeSize;
  readonly locked: Uint8Array;
  readonly present: Float64Array;
  readonly isFree: Uint8Array;
  readonly months: readonly { held: number; freeCount: number }[];
};

function frameOf(draft: Draft, at: Block): Frame {
  const box = leafBox(draft, at) as LeafBox;
  const size = { persons: box.persons.length, lines: box.lines.length, months: box.months.length };
  const locked = lockedLeaves(draft);
  const present = new Float64Array(size.persons * size.lines * size.months);
  const isFree = new Uint8Array(present.length);
  const months = box.months.map(() => ({ held: 0, freeCount: 0 }));
  eachLeaf(draft, box, (place, inBox) => {
    const month = months[inBox % size.months] as { held: number; freeCount: number };
    if (locked[place] === 1) {
      month.held += draft.leaves[place] as number;
    } else {
      month.freeCount += 1;
      isFree[inBox] = 1;
      present[inBox] = draft.leaves[place] as number;
    }
  });
  return { box, size, locked, present, isFree, months };
}

function fill(
  draft: Draft,
  frame: Frame,
  wanted: readonly number[],
  { keep }: { readonly keep: 'proportions' | 'margins' },
): Shortfall | null {
  const { box, months } = frame;
  const rests = wanted.map((total, index) => total - (months[index]?.held as number));
  for (const [index, rest] of rests.entries()) {
    if (rest === sumOfMonth(frame, index)) continue;
    if (leavesRoom(wanted[index] as number, rest, months[index]?.freeCount as number)) continue;
    const month = box.months[index] as number;
    const inMonth = namesOf(draft, { ...box, months: [month] });
    return { excess: 0 - rest, held: locksIn(draft, inMonth, 'leaves') };
  }
  if (rests.some((rest) => rest < 0) || frame.present.some((leaf) => leaf < 0)) {
    // Signs are mixed, so there are no proportions over all months: each is spread for itself.
    for (const [index, month] of box.months.entries()) {
      spreadBox(draft, { ...box, months: [month] }, wanted[index] as number, frame.locked);
    }
    return null;
  }
  const weights = weightsFor(draft, frame, rests);
  const { persons, lines } = cubeSums(frame.present, frame.size);
  const fitted = keep === 'margins' ? fitCube(weights, frame.size, { persons, lines, months: rests }) : weights;
  const total = rests.reduce((sum, rest) => sum + rest, 0);
  const spread = inProportion(total, fitted, frame.size, { givenMonths: rests, method: draft.method });
  eachLeaf(draft, box, (place, inBox) => {
    if (frame.isFree[inBox] === 1) draft.leaves[place] = spread[inBox] as number;
  });
  return null;
}

/** Present values scaled to each month's rest; a month of zeros takes the rows of the whole box, the plan's shape, or one. */
function weightsFor(
  draft: Draft,
  { box, size, present, isFree, months }: Frame,
  rests: readonly number[],
): Float64Array {
  const sums = cubeSums(present, size).months;
  let candidates: Float64Array[] | null = null;
  const weights = present.slice();
  for (const [index, rest] of rests.entries()) {
    if (months[index]?.freeCount === 0) continue;
    let [source, sum] = [present, sums[index] as number];
    if (sum === 0 && rest > 0) {
      candidates ??= [rowSums(present, size), shapeOfBox(draft, box), new Float64Array(present.length).fill(1)];
      for (const candidate of candidates) {
        source = candidate;
        sum = freeSum(candidate, isFree, index, size);
        if (sum > 0) break;
      }
    }
    for (let place = index; place < weights.length; place += size.months) {
      weights[place] = isFree[place] === 1 && sum > 0 ? ((source[place] as number) * rest) / sum : 0;
    }
  }
  return weights;
}

/** In every cell the sum of its row over the months. */
function rowSums(present: Float64Array, size: CubeSize): Float64Array {
  const rows = new Float64Array(present.length);
  for (let start = 0; start < present.length; start += size.months) {
    const row = present.subarray(start, start + size.months);
    rows.fill(
      row.reduce((sum, leaf) => sum + leaf, 0),
      start,
      start + size.months,
    );
  }
  return rows;
}

function freeSum(weights: Float64Array, isFree: Uint8Array, month: number, size: CubeSize): number {
  let sum = 0;
  for (let place = month; place < weights.length; place += size.months) {
    if (isFree[place] === 1) sum += weights[place] as number;
  }
  return sum;
}

function sumOfMonth({ present, size }: Frame, month: number): number {
  let sum = 0;
  for (let place = month; place < present.length; place += size.months) sum += present[place] as number;
  return sum;
}

function namesOf(draft: Draft, box: LeafBox): Block {
  return {
    persons: box.persons.map((place) => draft.persons[place] as string),
    lines: box.lines.map((place) => draft.lines[place] as string),
    months: box.months,
  };
}
