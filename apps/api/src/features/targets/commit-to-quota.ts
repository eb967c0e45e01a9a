import type { CommitmentInput } from '@milepost/contract/quotas';
import { planningOf } from '@milepost/core/targets/measures';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { commitments } from './commitments-store.ts';
import { demandShared, targets } from './store.ts';
import { personsOf } from './whole-sight-store.ts';

/**
 * Writes what somebody commits of the year of a target: only they themselves may, since it is their word. A month is
 * committed as a whole or line by line, never both.
 * @throws Failure `not-found` for people without a quota in it, `version-clash`, `invalid-input`
 */
export const commitToQuota = (deps: Deps, actor: Actor, id: string, seen: number, { cells }: CommitmentInput) =>
  deps.transact(actor, async (work) => {
    const row = await targets.get(work.db, actor, id);
    const { personId } = actor;
    if (personId === null || !personsOf(row).includes(personId)) throw new Failure('not-found');
    const measure = demandShared(row);
    const { axes } = planningOf[measure];
    if (!axes.includes('lines') && cells.some(({ line }) => line !== null))
      throw new Failure('target-axis-absent', fieldIssue('/cells', 'absent', `${measure} has no lines`));
    const year = { measure, fiscalYear: row.fiscal_year };
    const whose = { ...year, personId };
    if (!(await commitments.advance(work, whose, seen))) throw new Failure('version-clash');
    for (const { line, month, amountMinor } of cells)
      if (amountMinor === null) await commitments.takeBack(work, whose, { line: line ?? '', month });
      else await commitments.put(work, whose, { line: line ?? '', month, amount: amountMinor });
    const now = await commitments.cells(work.db, actor.orgId, year, [personId]);
    const mixed = now.find(
      (cell) => cell.line !== '' && now.some((other) => other.month === cell.month && other.line === ''),
    );
    if (mixed)
      throw new Failure(
        'invalid-input',
        fieldIssue('/cells', 'whole-and-lines', `month ${mixed.month} is committed as a whole and by line`),
      );
    work.changed({ subject: 'target', recordId: id, action: 'committed', ownerId: personId, after: { cells } });
    return row;
  });
