import { foldCompany } from '@milepost/core/identity/fold-company';
import { blankLead, leadColumns, leads } from '../../leads/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { furtherValues, RecordWriter, saying } from '../record-writer.ts';
import { personName, readPhones } from './person-fields.ts';
import { readCustomFields } from './read-custom-fields.ts';

const blank = { ...blankLead, kind: 'person', status: 'new', source: 'import' };

/** People or companies that may become customers. Where a list says where it found them, that stands in the notes. */
export async function writeLeads(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const { country } = run.work.actor.organisation;
  const writer = await RecordWriter.open(run, leads, { blank, withinOf: (row) => row.company_key });
  for (const row of rows) {
    readPhones(run, row);
    const own = readCustomFields(run, row);
    const owner = await run.owner(row);
    const event = await run.resolve(row, { field: 'event', subject: 'event' });
    if (run.isRejected(row)) continue;
    const company = run.text(row, 'company');
    const name = personName(run, row) ?? company;
    const patch = saying({
      name,
      company,
      email: run.text(row, 'email'),
      phone: run.text(row, 'phone'),
      title: run.text(row, 'title'),
      notes: run.text(row, 'notes'),
      ownerId: owner.id,
      eventId: event.id,
    });
    const source = run.text(row, 'source');
    const notes = [furtherValues(run, row), source].filter((line) => line !== null).join('\n') || null;
    const sought = {
      email: run.text(row, 'email'),
      name,
      ...(company === null ? {} : { within: foldCompany(company) }),
    };
    const id = await writer.put(row, sought, {
      said: { ...leadColumns(patch, country), ...own },
      atFirst: {
        owner_id: owner.id ?? run.work.actor.personId,
        kind: personName(run, row) === null ? 'company' : 'person',
        notes,
      },
    });
    if (id !== null && event.status === 'open')
      run.leftOpen(id, { field: 'event', subject: 'event', value: run.text(row, 'event') ?? '', meansId: null });
  }
  await writer.flush();
}
