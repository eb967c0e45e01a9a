import type { AccountStatus } from '@milepost/core/accounts/life-cycle';
import { statuses } from '../../accounts/status-store.ts';
import { accountColumns, accounts, blankAccount } from '../../accounts/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { furtherValues, RecordWriter, saying } from '../record-writer.ts';
import { readPhones } from './person-fields.ts';
import { readCustomFields } from './read-custom-fields.ts';

/** Companies; their parents in a second pass, for a parent may stand below its child. */
export async function writeAccounts(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const { country } = run.work.actor.organisation;
  const writer = await RecordWriter.open(run, accounts, {
    blank: blankAccount,
    onChanged: (row) => accounts.handOver(run.work, row),
  });
  const ids = new Map<ReadRecord, string>();
  const byName = new Map<string, string>();
  for (const row of rows) {
    const owner = await run.owner(row);
    const employees = run.whole(row, 'employees');
    const revenue = run.minor(row, 'annualRevenue');
    readPhones(run, row);
    const own = readCustomFields(run, row);
    if (run.isRejected(row)) continue;
    const name = run.text(row, 'name');
    const patch = saying({
      name,
      externalId: run.text(row, 'externalId'),
      segment: run.text(row, 'segment'),
      region: run.text(row, 'region'),
      website: run.text(row, 'website'),
      phone: run.text(row, 'phone'),
      email: run.text(row, 'email'),
      address: run.text(row, 'address'),
      employees,
      annualRevenueMinor: revenue,
      notes: run.text(row, 'notes'),
      ownerId: owner.id,
    });
    const sought = {
      externalId: run.text(row, 'externalId'),
      email: run.text(row, 'email'),
      name,
      ownerId: owner.id,
    };
    const id = await writer.put(row, sought, {
      said: { ...accountColumns(patch, country), ...own },
      atFirst: { owner_id: owner.id ?? run.work.actor.personId, notes: furtherValues(run, row) },
    });
    if (id === null) continue;
    ids.set(row, id);
    if (name !== null) byName.set(name, id);
  }
  await writeParents(run, { writer, ids, byName });
  await writeStatuses(run, ids);
}

async function writeParents(
  run: ImportRun,
  {
    writer,
    ids,
    byName,
  }: { writer: RecordWriter<'account'>; ids: ReadonlyMap<ReadRecord, string>; byName: ReadonlyMap<string, string> },
): Promise<void> {
  const later: { id: string; parentId: string }[] = [];
  for (const [row, id] of ids) {
    const text = run.text(row, 'parent');
    if (text === null) continue;
    const inFile = byName.get(text);
    const parentId = inFile ?? (await run.resolve(row, { field: 'parent', subject: 'account' })).id;
    if (parentId === null) {
      run.leftOpen(id, {
        field: 'parent',
        subject: 'account',
        value: text,
        meansId: (await meaning(run, text)) ?? null,
      });
      continue;
    }
    if (parentId === id) {
      run.note('own-parent', 'parent', row.line);
      continue;
    }
    const pending = writer.pending(id);
    if (pending) pending['parent_id'] = parentId;
    else later.push({ id, parentId });
  }
  await writer.flush();
  for (const { id, parentId } of later) {
    const known = await accounts.get(run.work.db, run.work.actor, id);
    if (known.parent_id === parentId) continue;
    const after = await accounts.update(run.work, id, known.version, { parent_id: parentId });
    run.amended('account', id, { version: after.version, before: { parent_id: known.parent_id } });
  }
}

export const meaning = async (run: ImportRun, text: string): Promise<string | null> => {
  const match = (await run.references('account')).find(text);
  return match.status === 'likely' ? match.id : null;
};

/** What the file says of where accounts stand: it moves without a new version, and is told with its history. */
async function writeStatuses(run: ImportRun, ids: ReadonlyMap<ReadRecord, string>): Promise<void> {
  const wanted = new Map<string, AccountStatus>();
  for (const [row, id] of ids) {
    const status = run.text(row, 'status');
    if (status !== null) wanted.set(id, status as AccountStatus);
  }
  const { work, fileName: reason, today } = run;
  for (const { row, before } of await statuses.say(work, wanted, { cause: 'import', reason, today }))
    run.amended('account', row.id, { version: row.version, before: { status: before } });
}
