import type { ApportionMethod } from '../apportion/apportion.ts';
import { leavesRoom } from '../apportion/spread.ts';
import { type Axes, eachLeaf, eachSegmentCell, type LeafBox, leafBox, overlaps, segmentBox } from './block.ts';
import { type Block, type Lock, MONTHS_IN_YEAR, type Plan, type PlanShape, type Statement } from './plan.ts';
import type { CubeSize } from './round-cube.ts';
import { spreadCube } from './spread-cube.ts';

/** A plan on its way to the next one: copies of its parts, changed in place by one edit after the other. */
export type Draft = Axes & {
  readonly leaves: Float64Array;
  readonly segmentMonths: Float64Array;
  readonly shape: PlanShape;
  readonly method: ApportionMethod | undefined;
  total: number;
  stated: readonly Statement[];
  locks: readonly Lock[];
};

/** Held cells leave no room; see `OverCommitted`. */
export type Shortfall = { readonly excess: number; readonly held: readonly Lock[] };

/** A copy of a plan that edits may change. */
export function draftOf(plan: Plan): Draft {
  const { persons, lines, segments, shape, method, total, stated, locks } = plan;
  return {
    ...{ persons, lines, segments, shape, method, total, stated, locks },
    leaves: plan.leaves.slice(),
    segmentMonths: plan.segmentMonths.slice(),
  };
}

/** One byte a leaf: 1 where a lock freezes it. */
export function lockedLeaves(draft: Draft): Uint8Array {
  const locked = new Uint8Array(draft.leaves.length);
  for (const { at } of draft.locks) {
    const box = leafBox(draft, at);
    if (box === null) continue;
    eachLeaf(draft, box, (place) => {
      locked[place] = 1;
    });
  }
  return locked;
}

/** One byte a cell of the segment face: 1 where a lock freezes it. */
export function lockedSegmentCells(draft: Draft): Uint8Array {
  const locked = new Uint8Array(draft.segmentMonths.length);
  for (const { at } of draft.locks) {
    const box = segmentBox(draft, at);
    if (box === null) continue;
    eachSegmentCell(box, (place) => {
      locked[place] = 1;
    });
  }
  return locked;
}

/** The locks that freeze something of a block, on one face. */
export function locksIn(draft: Draft, at: Block, face: 'leaves' | 'segments'): Lock[] {
  return draft.locks.filter((lock) => overlaps(draft, lock.at, at, face));
}

/**
 * Makes the leaves of a box sum to `total`, by spreading what the held ones leave over the others. `held` has one byte a
 * leaf of the plan. Changes the draft, unless it answers by how much the held leaves exceed the total.
 */
export function spreadBox(draft: Draft, box: LeafBox, total: number, held: Uint8Array): number | null {
  const size: CubeSize = { persons: box.persons.length, lines: box.lines.length, months: box.months.length };
  const present = new Float64Array(size.persons * size.lines * size.months);
  const isFree = new Uint8Array(present.length);
  let [rest, freeCount, freeSum] = [total, 0, 0];
  eachLeaf(draft, box, (place, inBox) => {
    const leaf = draft.leaves[place] as number;
    if (held[place] === 1) {
      rest -= leaf;
    } else {
      present[inBox] = leaf;
      isFree[inBox] = 1;
      freeCount += 1;
      freeSum += leaf;
    }
  });
  if (rest === freeSum) return null;
  if (!leavesRoom(total, rest, freeCount)) return 0 - rest;
  const spread = spreadCube(rest, present, size, {
    isFree,
    shape: () => shapeOfBox(draft, box),
    method: draft.method,
  });
  eachLeaf(draft, box, (place, inBox) => {
    if (isFree[inBox] === 1) draft.leaves[place] = (spread[inBox] as number) + 0;
  });
  return null;
}

/** The weight of every leaf of a box by the shape of the plan. */
export function shapeOfBox(draft: Draft, box: LeafBox): Float64Array {
  const { shape, lines } = draft;
  const weights = new Float64Array(box.persons.length * box.lines.length * box.months.length);
  eachLeaf(draft, box, (place, inBox) => {
    const month = place % MONTHS_IN_YEAR;
    const row = Math.floor(place / MONTHS_IN_YEAR);
    const [person, line] = [Math.floor(row / lines.length), row % lines.length];
    weights[inBox] =
      (shape.persons[person] as number) *
      (shape.lines[line] as number) *
      (shape.months[month] as number) *
      (shape.personMonths?.[person * MONTHS_IN_YEAR + month] ?? 1) *
      (shape.personLines?.[row] ?? 1) *
      (shape.lineMonths?.[line * MONTHS_IN_YEAR + month] ?? 1);
  });
  return weights;
}
