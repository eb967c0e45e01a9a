import type { Issue } from '@milepost/contract/failures';
import type { ImportUndone } from '@milepost/contract/imports';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { ImportRecordTable } from '../../db/tables/imports.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { withdrawWins } from '../pipeline/wins-store.ts';
import { reverseSales } from '../sales/posting-store.ts';
import { findImport } from './find-import.ts';
import { restoreRecords } from './restore-records.ts';
import { imports, namedElsewhere, standingRecords } from './store.ts';
import { undoStores } from './undo-stores.ts';

/** What refers to what: a record that others still name is not taken away. Those that refer come first. */
const refersTo: readonly { subject: string; by: readonly (readonly [table: string, column: string])[] }[] = [
  { subject: 'sale', by: [] },
  { subject: 'receipt', by: [] },
  { subject: 'invoice', by: [['receipt', 'invoice_id']] },
  { subject: 'expense', by: [] },
  { subject: 'opportunity', by: [['activity', 'opportunity_id']] },
  { subject: 'lead', by: [['activity', 'lead_id']] },
  { subject: 'contact', by: [['activity', 'contact_id']] },
  { subject: 'target', by: [] },
  { subject: 'leave', by: [] },
  { subject: 'rate', by: [] },
  {
    subject: 'account',
    by: [
      ['account', 'parent_id'],
      ['contact', 'account_id'],
      ['lead', 'account_id'],
      ['opportunity', 'account_id'],
      ['sale', 'account_id'],
      ['invoice', 'account_id'],
      ['activity', 'account_id'],
      ['expense', 'account_id'],
      ['budget_line', 'account_id'],
    ],
  },
  {
    subject: 'product',
    by: [
      ['opportunity', 'product_id'],
      ['sale', 'product_id'],
    ],
  },
  { subject: 'stage', by: [['opportunity', 'stage_id']] },
  {
    subject: 'team',
    by: [
      ['team', 'parent_id'],
      ['person', 'team_id'],
      ['budget_line', 'team_id'],
    ],
  },
  {
    subject: 'person',
    by: [
      ['team', 'manager_id'],
      ['account', 'owner_id'],
      ['contact', 'owner_id'],
      ['lead', 'owner_id'],
      ['opportunity', 'owner_id'],
      ['sale', 'owner_id'],
      ['invoice', 'owner_id'],
      ['leave', 'person_id'],
      ['resource', 'person_id'],
      ['checklist_item', 'owner_id'],
      ['expense', 'person_id'],
      ['budget_line', 'owner_id'],
    ],
  },
];

const mostListed = 100;
const refuse = (issues: readonly Issue[]): never => {
  throw new Failure('import-not-undoable', { issues: issues.slice(0, mostListed) });
};

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
      { today: deps.clock.today(actor.organisation.timeZone) },
    );
    for (const { subject } of refersTo) await remove(work, subject, created.get(subject) ?? []);
    // People are in the teams that go with them: who refers to whom is asked when all of them are gone.
    for (const { subject, by } of refersTo) await demandUnnamed(work, created.get(subject) ?? [], by);
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
  if (changed.length > 0) refuse(changed);
}

async function remove(work: Work, subject: string, records: readonly ImportRecordTable[]): Promise<void> {
  const ids = records.map(({ record_id }) => record_id);
  if (ids.length === 0) return;
  if (subject === 'sale') {
    await reverseSales(work, ids, { on: 'own-day', reason: 'import undone' });
    return;
  }
  if (subject === 'opportunity') await withdrawWins(work, ids, 'import undone');
  const store = undoStores[subject as keyof typeof undoStores];
  const leaves = subject === 'person' ? { is_active: 0 } : {};
  for (const { record_id, version } of records)
    await store.update(
      work,
      record_id,
      version ?? 1,
      { archived_at: work.at, ...leaves },
      { action: 'archived', reason: 'import undone' },
    );
}

async function demandUnnamed(
  work: Work,
  records: readonly ImportRecordTable[],
  by: readonly (readonly [string, string])[],
): Promise<void> {
  const ids = records.map(({ record_id }) => record_id);
  if (ids.length === 0) return;
  for (const [table, column] of by) {
    const named = await namedElsewhere(work, { table, column }, ids);
    if (named.length > 0)
      refuse(
        named.map((id) => ({
          path: `/${records[0]?.subject}/${id}`,
          code: 'in-use',
          message: `${table} still names it`,
          value: id,
        })),
      );
  }
}
