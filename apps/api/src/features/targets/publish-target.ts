import { allocation } from '@milepost/core/targets/allocation';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { demandPlanner, isAsked } from './may-edit.ts';
import { steps } from './steps-store.ts';
import { targets } from './store.ts';

/** @throws Failure `target-not-balanced` with the sums that do not meet */
export async function demandBalance(db: Db, row: TargetTable): Promise<void> {
  // A share is inherited: there is nothing to add up.
  if (row.basis === 'rate') return;
  const { canPublish, unallocated, overAllocated, byAxis } = allocation(await targets.plan(db, row));
  if (canPublish) return;
  throw new Failure('target-not-balanced', {
    issues: [
      {
        path: '/total',
        code: overAllocated > 0 ? 'over-allocated' : 'unallocated',
        message: String(overAllocated > 0 ? overAllocated : unallocated),
      },
      ...byAxis.map(({ axis, id: part, difference }) => ({
        path: `/${axis}/${part}`,
        code: 'difference',
        message: String(difference),
      })),
    ],
  });
}

/**
 * Publishes a target whose parts add up to its total; the one that was published before is superseded. Its people need not
 * have been asked, but a dispute that nobody answered stands in the way.
 * @throws Failure `target-not-balanced`, `target-published`, `target-disputed`, `version-clash`
 */
export const publishTarget = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  reason: string,
): Promise<TargetTable> =>
  deps.transact(actor, async (work) => {
    const row = await targets.get(work.db, actor, id);
    if (row.version !== seen) throw new Failure('version-clash', { row: row });
    demandPlanner(actor, row);
    if (row.basis === 'imported' || (row.status !== 'draft' && !isAsked(row))) throw new Failure('target-published');
    if (row.status === 'disputed') throw new Failure('target-disputed');
    await demandBalance(work.db, row);
    const before = await targets.published(work.db, actor.orgId, {
      fiscalYear: row.fiscal_year,
      measure: row.measure,
    });
    if (before) {
      await targets.update(work, before.id, before.version, { status: 'superseded' }, { action: 'superseded', reason });
      await steps.add(work, { targetId: before.id, kind: 'superseded', reason });
    }
    await steps.add(work, { targetId: id, kind: 'published', reason });
    return targets.update(
      work,
      id,
      seen,
      { status: 'published', published_at: work.at, reason, supersedes_id: before?.id ?? row.supersedes_id },
      { action: 'published', reason },
    );
  });
