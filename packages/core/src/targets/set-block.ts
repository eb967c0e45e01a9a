import { leavesRoom } from '../apportion/spread.ts';
import {
  blockSum,
  contains,
  eachLeaf,
  eachSegmentCell,
  type LeafBox,
  leafBox,
  type SegmentBox,
  segmentBox,
} from './block.ts';
import { type Draft, lockedLeaves, lockedSegmentCells, locksIn, type Shortfall, spreadBox } from './draft.ts';
import type { Edit, Policy } from './edit.ts';
import { type Block, monthSums } from './plan.ts';
import { followLeaves, meetMonths } from './segment-face.ts';
import { setMonths } from './set-months.ts';
import { spreadCube } from './spread-cube.ts';

/** Does a `set` edit: the sum of a block of leaves or of segments. Changes the draft, unless locks leave no room. */
export function setBlock(draft: Draft, edit: Extract<Edit, { kind: 'set' }>, policy: Policy): Shortfall | null {
  const { at, value, within = {} } = edit;
  if (!Number.isSafeInteger(value)) throw new RangeError(`A target is a whole number; got ${value}.`);
  const box = leafBox(draft, at);
  if (box === null) return setSegments(draft, at, value, policy);
  const held = lockedLeaves(draft);
  const shortfall = policy === 'move' ? null : absorb(draft, { at, box, value, within, held });
  if (shortfall !== null) return shortfall;
  const excess = spreadBox(draft, box, value, held);
  if (excess !== null) return { excess, held: locksIn(draft, at, 'leaves') };
  return followLeaves(draft, lockedSegmentCells(draft));
}

type Absorption = {
  readonly at: Block;
  readonly box: LeafBox;
  readonly value: number;
  readonly within: Block;
  readonly held: Uint8Array;
};

/** Lets the free leaves beside a block, within a scope, take what the block gives or needs. */
function absorb(draft: Draft, { at, box, value, within, held }: Absorption): Shortfall | null {
  const scope = leafBox(draft, within);
  if (scope === null || !contains(draft, within, at)) {
    throw new RangeError('What absorbs a change must be a scope of leaves around the block that is set.');
  }
  const change = value - blockSum(draft, at);
  if (change === 0) return null;
  // The block itself counts as held: its sum is settled apart.
  const fixed = held.slice();
  eachLeaf(draft, box, (place) => {
    fixed[place] = 1;
  });
  const excess = spreadBox(draft, scope, blockSum(draft, within) - change, fixed);
  return excess === null ? null : { excess, held: locksIn(draft, within, 'leaves') };
}

function setSegments(draft: Draft, at: Block, value: number, policy: Policy): Shortfall | null {
  const box = segmentBox(draft, at) as SegmentBox;
  const held = lockedSegmentCells(draft);
  const before = monthSums(draft.segmentMonths);
  const excess = spreadSegments(draft, box, value, held);
  if (excess !== null) return { excess, held: locksIn(draft, at, 'segments') };
  const after = monthSums(draft.segmentMonths);
  const months = box.months.filter((month) => before[month] !== after[month]);
  if (months.length === 0) return null;
  if (policy === 'move') return setMonths(draft, months, after);
  eachSegmentCell(box, (place) => {
    held[place] = 1;
  });
  return meetMonths(draft, months, before, held);
}

function spreadSegments(draft: Draft, box: SegmentBox, total: number, held: Uint8Array): number | null {
  const size = { persons: box.segments.length, lines: 1, months: box.months.length };
  const present = new Float64Array(size.persons * size.months);
  const isFree = new Uint8Array(present.length);
  let [rest, freeCount, freeSum] = [total, 0, 0];
  eachSegmentCell(box, (place, inBox) => {
    const value = draft.segmentMonths[place] as number;
    if (held[place] === 1) {
      rest -= value;
    } else {
      present[inBox] = value;
      isFree[inBox] = 1;
      freeCount += 1;
      freeSum += value;
    }
  });
  if (rest === freeSum) return null;
  if (!leavesRoom(total, rest, freeCount)) return 0 - rest;
  const shape = (): Float64Array => {
    const { segments, months } = draft.shape;
    return Float64Array.from(
      box.segments.flatMap((segment) =>
        box.months.map((month) => (segments[segment] as number) * (months[month] as number)),
      ),
    );
  };
  const spread = spreadCube(rest, present, size, { isFree, shape });
  eachSegmentCell(box, (place, inBox) => {
    if (isFree[inBox] === 1) draft.segmentMonths[place] = (spread[inBox] as number) + 0;
  });
  return null;
}
