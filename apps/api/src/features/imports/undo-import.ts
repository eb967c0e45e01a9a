import type { Issue } from '@milepost/contract/failures';
import type { ImportUndone } from '@milepost/contract/imports';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { ImportRecordTable } from '../../db/tables/imports.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { findImport } from './find-import.ts';
import { restoreRecords } from './restore-records.ts';
import { imports, standingRecords } from './store.ts';
import { refuse, takeAway } from './take-away.ts';

/**
 * Takes a whole import back: what it created goes to the archive (sales leave the books as if they had not been entered),
 * what it changed is as it was. All or nothing. Undoing twice does nothing more.
 * @throws Failure `not-found`; `import-not-undoable` with the records that were changed since, or that others name
 */
export const undoImport = (deps: Deps, actor: Actor, id: string): Promise<ImportUndone> =>
  deps.transact(actor, async (work) => {
    await imports.take(work);
    const row = await findImport(work.db, actor, id);
    if (row.state !== 'done') return { removed: 0, restored: 0 };
    const records = (await imports.records(work.db, actor.orgId, id)).filter(
      ({ action }) => action === 'created' || action === 'updated',
    );
    await demandUnchanged(work, records);
    const created = Map.groupBy(
      records.filter(({ action }) => action === 'created'),
      ({ subject }) => subject,
    );
    const updated = records.filter(({ action }) => action === 'updated');
    await restoreRecords(
      work,
      updated.map((record) => ({ ...record, before: fromJson<Record<string, unknown>>(record.detail ?? '{}') })),
      { today: deps.clock.today(actor.organisation.timeZone), reason: 'import undone' },
    );
    await takeAway(work, created, { reason: 'import undone', code: 'import-not-undoable' });
    await imports.write(work, id, { state: 'undone' });
    work.changed({ subject: 'import', recordId: id, action: 'undone' });
    return { removed: records.length - updated.length, restored: updated.length };
  });

async function demandUnchanged(work: Work, records: readonly ImportRecordTable[]): Promise<void> {
  const changed: Issue[] = [];
  for (const [subject, some] of Map.groupBy(records, (record) => record.subject)) {
    const rows = await standingRecords(
      work,
      subject,
      some.map(({ record_id }) => record_id),
    );
    for (const { record_id, version, action } of some) {
      const row = rows.get(record_id);
      const isSignedUp = subject === 'person' && action === 'created' && row?.user_id != null;
      if (row?.version === version && row?.archived_at === null && !isSignedUp) continue;
      changed.push({
        path: `/${subject}/${record_id}`,
        code: 'changed',
        message: row?.name ?? record_id,
        value: record_id,
      });
    }
  }
  if (changed.length > 0) refuse('import-not-undoable', changed);
}
