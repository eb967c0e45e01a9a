import { type CreditShare, WHOLE_BP } from '@milepost/core/sales/credit';
import { fromJson, toJson } from '../../db/columns.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';

/** A split as sent, in shares of 1 → hundredths of a percent. */
export const splitBp = (
  split: readonly { personId: string; share: number }[] | null | undefined,
): CreditShare[] | null | undefined =>
  split?.map(({ personId, share }) => ({ personId, shareBp: Math.round(share * WHOLE_BP) })) ??
  (split as null | undefined);

/**
 * A split → its column, in the order of the people, so that equal splits are equal text.
 * @throws Failure `split-not-whole` when the shares are not exactly 100 %, or a person stands twice
 */
export function writeSplit(split: readonly CreditShare[] | null | undefined): string | null {
  if (!split) return null;
  const sum = split.reduce((total, { shareBp }) => total + shareBp, 0);
  if (sum !== WHOLE_BP || split.some(({ shareBp }) => shareBp <= 0))
    throw new Failure('split-not-whole', fieldIssue('/split', 'not-whole', `the shares add up to ${sum / 100} %`));
  if (new Set(split.map(({ personId }) => personId)).size < split.length)
    throw new Failure('split-not-whole', fieldIssue('/split', 'twice', 'a person stands twice in the split'));
  return toJson(
    split.map(({ personId, shareBp }) => ({ personId, shareBp })).sort((a, b) => (a.personId < b.personId ? -1 : 1)),
  );
}

export const readSplit = (column: string | null): CreditShare[] | null => (column === null ? null : fromJson(column));
