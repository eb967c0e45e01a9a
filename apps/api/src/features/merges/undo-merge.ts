import type { Issue } from '@milepost/contract/failures';
import type { Actor } from '../../auth/actor.ts';
import type { MergeTable } from '../../db/tables/records.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { settleAccounts } from './merge-records.ts';
import { mergeStores } from './merge-stores.ts';
import { merges } from './store.ts';

const mostListed = 50;

/**
 * Takes a merge back, all or nothing: the merged record stands again with all that named it, the survivor says what it said. What was
 * entered at the survivor since stays there. Undoing twice does nothing more.
 * @throws Failure `not-found`; `merge-not-undoable` with the records that were changed since
 */
export const undoMerge = (deps: Deps, actor: Actor, id: string): Promise<MergeTable> =>
  deps.transact(actor, async (work) => {
    await work.dialect.lock(`merges:${actor.orgId}`)?.execute(work.db);
    const row = await merges.find(work.db, actor.orgId, id);
    if (!row) throw new Failure('not-found');
    const store = mergeStores[row.kind];
    const survivor = await store.get(work.db, actor, row.survivor_id);
    const merged = await store.get(work.db, actor, row.merged_id);
    if (row.undone_at !== null) return row;
    const moved = merges.movedOf(row);
    const issues: Issue[] = [];
    const changed = (subject: string, value: string, message: string) =>
      issues.push({ path: `/${subject}/${value}`, code: 'changed', message, value });
    if (survivor.version !== moved.survivorVersion) changed(row.kind, survivor.id, survivor.name);
    if (merged.version !== moved.mergedVersion) changed(row.kind, merged.id, merged.name);
    for (const rows of moved.rows)
      for (const one of await merges.changedSince(work, rows, survivor.id)) changed(rows.table, one, rows.table);
    if (issues.length > 0) throw new Failure('merge-not-undoable', { issues: issues.slice(0, mostListed) });

    for (const rows of moved.rows) await merges.moveBack(work, rows, { from: survivor.id, to: merged.id });
    if (moved.alias !== null) await merges.unlearn(work, row.kind, moved.alias, survivor.id);
    const back = { archived_at: null, merged_into_id: null };
    const mergedNow = await store.update(work, merged.id, merged.version, back, { action: 'unmerged' });
    const about = { action: 'unmerged', beside: { merged_id: merged.id } };
    const survivorNow = await store.update(work, survivor.id, survivor.version, moved.before, about);
    if (row.kind === 'account') await settleAccounts(work, [mergedNow, survivorNow]);
    await merges.markUndone(work, id);
    return { ...row, undone_at: work.at };
  });
