import { allocation } from '@milepost/core/targets/allocation';
import type { Actor } from '../../auth/actor.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { demandEditor, seesWhole } from './may-edit.ts';
import { targets } from './store.ts';

/**
 * Publishes a draft whose parts add up to its total; the plan that was published before is superseded. Refused with the sums that
 * do not meet.
 * @throws Failure `target-not-balanced`, `target-published`, `version-clash`
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
    demandEditor(actor, row);
    const { canPublish, unallocated, overAllocated, byAxis } = allocation(await targets.plan(work.db, row));
    if (!canPublish)
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
    const before = await targets.published(work.db, actor.orgId, row.fiscal_year);
    if (before)
      await targets.update(work, before.id, before.version, { status: 'superseded' }, { action: 'superseded', reason });
    return targets.update(
      work,
      id,
      seen,
      { status: 'published', published_at: work.at, reason, supersedes_id: before?.id ?? row.supersedes_id },
      { action: 'published', reason },
    );
  });

/** A new draft from a published plan: what was published stays as it is until the draft replaces it. */
export const reviseTarget = (
  deps: Deps,
  actor: Actor,
  id: string,
  newId: string,
  reason: string,
): Promise<TargetTable> =>
  deps.transact(actor, async (work) => {
    const there = await targets.find(work.db, actor, newId);
    if (there) return there;
    const row = await targets.get(work.db, actor, id);
    if (!seesWhole(actor, row)) throw new Failure('not-allowed');
    const {
      org_id: _org,
      version: _version,
      created_at: _created,
      updated_at: _updated,
      archived_at: _archived,
      ...same
    } = row;
    const made = await targets.create(
      work,
      {
        ...same,
        id: newId,
        status: 'draft',
        published_at: null,
        reason,
        supersedes_id: id,
      },
      await targets.plan(work.db, row),
    );
    return made.row;
  });
