import { leavesRoom } from '../apportion/spread.ts';
import { eachLeaf, type LeafBox, leafBox } from './block.ts';
import { type Draft, lockedLeaves, lockedSegmentCells, locksIn, type Shortfall, spreadBox } from './draft.ts';
import type { Actual, ClosePolicy, Edit } from './edit.ts';
import { MONTHS_IN_YEAR, plannedTotal } from './plan.ts';
import { followLeaves } from './segment-face.ts';

/**
 * Does a `close` edit (rule 1, "parent changed after actuals"). The first months of the year become what was sold, also
 * where they were locked: what happened is no plan. What is then missing of the stated total, or over it, falls to the
 * free leaves of the open months by the policy:
 *
 * - `keepYear`: they take all of it. Of 1,200, with 255 sold in the first quarter, each month left asks 105.
 * - `keepRest`: they stay, and the stated total moves.
 * - `{ capUplift: 1.25 }`: they take it up to that factor; what is beyond it stays unallocated, for all to see.
 *
 * Changes the draft, unless closed months and locks exceed the total. Throws RangeError on anything but 1 to 12 months, on
 * actuals outside the closed months or the plan, and on a factor below 1.
 */
export function closeMonths(draft: Draft, edit: Extract<Edit, { kind: 'close' }>): Shortfall | null {
  const { id, months: count, heldAt, policy } = edit;
  if (!Number.isInteger(count) || count < 1 || count > MONTHS_IN_YEAR) {
    throw new RangeError(`A year closes 1 to 12 months; got ${count}.`);
  }
  const closed = Array.from({ length: count }, (_, month) => month);
  // Closing again never opens a month: the later of the two ends stays.
  const end = Math.max(count, draft.locks.find((lock) => lock.id === id)?.at.months?.length ?? 0);
  const open = Array.from({ length: MONTHS_IN_YEAR - end }, (_, month) => end + month);
  if (heldAt !== 'plan') writeActuals(draft, closed, heldAt);
  draft.locks = [
    ...draft.locks.filter((lock) => lock.id !== id),
    { id, at: { months: Array.from({ length: end }, (_, month) => month) } },
  ];
  const shortfall = shareRest(draft, open, policy);
  return shortfall ?? followLeaves(draft, lockedOutside(draft, closed));
}

function shareRest(draft: Draft, open: readonly number[], policy: ClosePolicy): Shortfall | null {
  const planned = plannedTotal(draft);
  if (policy === 'keepRest') draft.total = planned;
  if (policy === 'keepRest' || open.length === 0) return null;
  const box = leafBox(draft, { months: open }) as LeafBox;
  let openSum = 0;
  eachLeaf(draft, box, (place) => {
    openSum += draft.leaves[place] as number;
  });
  const wanted = draft.total - (planned - openSum);
  // More was sold than the year asks for: open months are not asked to sell less than nothing.
  if (!leavesRoom(draft.total, wanted, 1)) return { excess: 0 - wanted, held: locksIn(draft, {}, 'leaves') };
  const excess = spreadBox(draft, box, capped(wanted, openSum, policy), lockedLeaves(draft));
  return excess === null ? null : { excess, held: locksIn(draft, {}, 'leaves') };
}

function capped(wanted: number, present: number, policy: Exclude<ClosePolicy, 'keepRest'>): number {
  if (policy === 'keepYear') return wanted;
  const { capUplift } = policy;
  if (!(capUplift >= 1)) throw new RangeError(`An uplift is capped at a factor of 1 or more; got ${capUplift}.`);
  return Math.min(wanted, Math.max(present, Math.floor(present * capUplift)));
}

function writeActuals(draft: Draft, closed: readonly number[], actuals: readonly Actual[]): void {
  eachLeaf(draft, leafBox(draft, { months: closed }) as LeafBox, (place) => {
    draft.leaves[place] = 0;
  });
  for (const { person, line, month, value } of actuals) {
    if (!closed.includes(month)) throw new RangeError(`Month ${month} is not among the closed ones.`);
    if (!Number.isSafeInteger(value)) throw new RangeError(`What was sold is a whole number; got ${value}.`);
    eachLeaf(draft, leafBox(draft, { persons: [person], lines: [line], months: [month] }) as LeafBox, (place) => {
      draft.leaves[place] = (draft.leaves[place] as number) + value;
    });
  }
}

/** The locked segment cells of the open months: in closed ones the segments follow what was sold. */
function lockedOutside(draft: Draft, closed: readonly number[]): Uint8Array {
  return lockedSegmentCells(draft).map((locked, place) => (closed.includes(place % MONTHS_IN_YEAR) ? 0 : locked));
}
