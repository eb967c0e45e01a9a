import type { TargetEdits } from '@milepost/contract/targets';
import type { Edit } from '@milepost/core/targets/edit';
import { replan } from '@milepost/core/targets/replan';
import type { Actor } from '../../auth/actor.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { demandEditor } from './may-edit.ts';
import { demandShared, targets } from './store.ts';

/**
 * Replays edits on the plan as it stands, with the same rule that previewed them in the browser. All or nothing.
 * @throws Failure `version-clash`, `target-published`, `target-over-committed` naming the edit and the locks in its way
 */
export const editTarget = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { edits }: TargetEdits,
): Promise<TargetTable> =>
  deps.transact(actor, async (work) => {
    const row = await targets.get(work.db, actor, id);
    if (row.version !== seen) throw new Failure('version-clash', { row: row });
    demandEditor(actor, row);
    demandShared(row);
    const before = await targets.plan(work.db, row);
    const next = (() => {
      try {
        return replan(before, edits as Edit[]);
      } catch (error) {
        // Malformed edits: a person or line that the plan has not got, a share that is no number.
        if (error instanceof RangeError)
          throw new Failure('invalid-input', fieldIssue('/edits', 'unreadable', error.message));
        throw error;
      }
    })();
    if (next.status !== 'ok')
      throw new Failure('target-over-committed', {
        issues: [
          { path: `/edits/${next.edit}`, code: 'excess', message: String(next.excess) },
          ...next.held.map((lock) => ({ path: `/edits/${next.edit}`, code: 'lock', message: lock.id })),
        ],
      });
    return targets.replace(work, { id, seen, before, plan: next.plan }, { action: 'edited', beside: { edits } });
  });
