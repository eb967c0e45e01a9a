import { type LeafBox, leafBox } from './block.ts';
import { type Draft, lockedLeaves, lockedSegmentCells, type Shortfall, spreadBox } from './draft.ts';
import type { Edit } from './edit.ts';
import { leafPlace, MONTHS_IN_YEAR, monthSums } from './plan.ts';
import { followLeaves } from './segment-face.ts';

/**
 * Closes the first months of a year (rule 1, "parent changed after actuals"): they become what was sold, or stay as planned, and are
 * locked. Then the open months make up for the difference so that the year stays (`keepYear`), stay as they are so that the year moves
 * (`keepRest`), or make up for it up to a limit (`capUplift`): what is beyond it stays unallocated.
 */
export function closeMonths(
  draft: Draft,
  { id, months, heldAt, policy }: Extract<Edit, { kind: 'close' }>,
): Shortfall | null {
  if (!Number.isInteger(months) || months < 1 || months > MONTHS_IN_YEAR)
    throw new RangeError(`A year closes 1 to 12 months; got ${months}.`);
  const closed = Array.from({ length: months }, (_, month) => month);
  const open = Array.from({ length: MONTHS_IN_YEAR - months }, (_, month) => months + month);
  const year = sumOf(draft.leaves);
  if (heldAt !== 'plan') {
    const before = lockedLeaves(draft);
    for (let place = 0; place < draft.leaves.length; place += 1)
      if (place % MONTHS_IN_YEAR < months && before[place] !== 1) draft.leaves[place] = 0;
    for (const { person, line, month, value } of heldAt) {
      const [p, l] = [draft.persons.indexOf(person), draft.lines.indexOf(line)];
      if (p < 0 || l < 0) throw new RangeError(`The plan has no ${p < 0 ? `person ${person}` : `line ${line}`}.`);
      if (month < months) draft.leaves[leafPlace(draft, p, l, month)] = value;
    }
    const followed = followLeaves(draft, lockedSegmentCells(draft));
    if (followed) return followed;
  }
  draft.locks = [...draft.locks.filter((lock) => lock.id !== id), { id, at: { months: closed } }];
  if (policy === 'keepRest') {
    draft.total = sumOf(draft.leaves);
    return null;
  }
  if (open.length === 0) return null;
  const rest = open.reduce((sum, month) => sum + (monthSums(draft.leaves)[month] ?? 0), 0);
  const wanted = year - sumOf(draft.leaves) + rest;
  const most = policy === 'keepYear' ? wanted : Math.min(wanted, Math.floor(rest * policy.capUplift));
  const box = leafBox(draft, { months: open }) as LeafBox;
  const excess = spreadBox(draft, box, most, lockedLeaves(draft));
  if (excess !== null) return { excess, held: draft.locks };
  return followLeaves(draft, lockedSegmentCells(draft));
}

const sumOf = (leaves: Float64Array): number => leaves.reduce((sum, leaf) => sum + leaf, 0);
