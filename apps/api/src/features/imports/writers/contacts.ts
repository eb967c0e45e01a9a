import { accounts } from '../../accounts/store.ts';
import { blankContact, contactColumns, contacts } from '../../contacts/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { furtherValues, RecordWriter, saying } from '../record-writer.ts';
import { personName, readPhones } from './person-fields.ts';
import { readCustomFields } from './read-custom-fields.ts';
import { resolveByNumberOrName } from './resolve-numbered.ts';

/** People at accounts. They carry the owner and backup of their account. */
export async function writeContacts(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const { country } = run.work.actor.organisation;
  const writer = await RecordWriter.open(run, contacts, { blank: blankContact, withinOf: (row) => row.account_id });
  const owners = new Map<string, { owner_id: string | null; backup_id: string | null }>();
  for await (const row of accounts.each(run.work.db, run.work.actor, {})) owners.set(row.id, row);
  for (const row of rows) {
    readPhones(run, row);
    const own = readCustomFields(run, row);
    const owner = await run.owner(row);
    if (run.isRejected(row)) continue;
    const account = await resolveByNumberOrName(run, row, {
      subject: 'account',
      name: 'account',
      number: 'accountExternalId',
    });
    const name = personName(run, row);
    const patch = saying({
      name,
      externalId: run.text(row, 'externalId'),
      email: run.text(row, 'email'),
      phone: run.text(row, 'phone'),
      title: run.text(row, 'title'),
      notes: run.text(row, 'notes'),
      accountId: account.id,
    });
    const held = account.id === null ? undefined : owners.get(account.id);
    const ownerOf = held ?? { owner_id: owner.id ?? run.work.actor.personId, backup_id: null };
    const sought = {
      externalId: run.text(row, 'externalId'),
      email: run.text(row, 'email'),
      name,
      ...(account.id === null ? {} : { within: account.id }),
    };
    const id = await writer.put(row, sought, {
      said: {
        ...contactColumns(patch, country),
        ...own,
        ...(held ? { owner_id: held.owner_id, backup_id: held.backup_id } : {}),
      },
      atFirst: {
        owner_id: ownerOf.owner_id,
        backup_id: ownerOf.backup_id,
        notes: furtherValues(run, row),
      },
    });
    if (id !== null && account.opened !== null) run.leftOpen(id, account.opened);
  }
  await writer.flush();
}
