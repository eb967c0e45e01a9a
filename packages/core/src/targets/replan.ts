import { contains, isSameBlock, leafBox, segmentBox } from './block.ts';
import { closeMonths } from './close-months.ts';
import { type Draft, draftOf, lockedLeaves, lockedSegmentCells, locksIn, type Shortfall, spreadBox } from './draft.ts';
import type { Edit, OverCommitted, Policy } from './edit.ts';
import { axisSums, type Block, type Plan, plannedTotal } from './plan.ts';
import { followLeaves } from './segment-face.ts';
import { setBlock } from './set-block.ts';
import { setShares } from './set-months.ts';

export type Replan = { readonly status: 'ok'; readonly plan: Plan } | OverCommitted;

/**
 * The plan after some edits, in their order: the last plan and the edits always give the same next plan, so merging two people's work is
 * replaying. Locked cells stay bit for bit; every axis sums to the same. Edits that held cells leave no room for are answered
 * `overCommitted` with the locks in the way, and nothing is changed.
 *
 * Throws RangeError on edits that name what the plan has not got, or values that are no whole numbers.
 * @param policy of `set` edits that do not say their own: `move` when left out
 */
export function replan(plan: Plan, edits: readonly Edit[], policy: Policy = 'move'): Replan {
  if (edits.length === 0) return { status: 'ok', plan };
  const draft = draftOf(plan);
  for (const [edit, one] of edits.entries()) {
    const shortfall = apply(draft, one, policy);
    if (shortfall !== null) return { status: 'overCommitted', edit, ...shortfall };
  }
  const { persons, lines, segments, shape, leaves, segmentMonths, total, stated, locks } = draft;
  const next = { persons, lines, segments, shape, leaves, segmentMonths, total, stated, locks };
  const addsUp = plannedTotal(next) === total;
  const method = plan.method ? { method: plan.method } : {};
  return { status: 'ok', plan: { ...next, agreed: addsUp ? axisSums(next) : plan.agreed, ...method } };
}

function apply(draft: Draft, edit: Edit, policy: Policy): Shortfall | null {
  switch (edit.kind) {
    case 'set':
      return setBlock(draft, edit, edit.policy ?? policy);
    case 'lock':
      demandInPlan(draft, edit.at);
      draft.locks = [...draft.locks.filter((lock) => lock.id !== edit.id), { id: edit.id, at: edit.at }];
      return null;
    case 'unlock':
      draft.locks = draft.locks.filter((lock) => !contains(draft, edit.at, lock.at));
      return null;
    case 'setTotal':
      return setTotal(draft, edit.value);
    case 'state':
      return state(draft, edit.at, edit.value);
    case 'setShares':
      return setShares(draft, edit.at, edit.shares);
    case 'close':
      return closeMonths(draft, edit);
  }
}

function setTotal(draft: Draft, value: number): Shortfall | null {
  if (!Number.isSafeInteger(value)) throw new RangeError(`A target is a whole number; got ${value}.`);
  const box = leafBox(draft, {});
  if (box === null) return null;
  const excess = spreadBox(draft, box, value, lockedLeaves(draft));
  if (excess !== null) return { excess, held: locksIn(draft, {}, 'leaves') };
  draft.total = value;
  return followLeaves(draft, lockedSegmentCells(draft));
}

function state(draft: Draft, at: Block, value: number | null): null {
  demandInPlan(draft, at);
  if (value !== null && !Number.isSafeInteger(value)) throw new RangeError(`A target is a whole number; got ${value}.`);
  if (value !== null && isSameBlock(draft, at, {})) {
    draft.total = value;
    return null;
  }
  const others = draft.stated.filter((statement) => !isSameBlock(draft, statement.at, at));
  draft.stated = value === null ? others : [...others, { at, value }];
  return null;
}

/** Throws where a block names what the plan has not got. */
function demandInPlan(draft: Draft, at: Block): void {
  if (leafBox(draft, at) === null) segmentBox(draft, at);
}
