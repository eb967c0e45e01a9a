import type { DataSubject } from '@milepost/contract/personal-data';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { contacts } from '../contacts/store.ts';
import { leads } from '../leads/store.ts';
import { people } from '../people/store.ts';
import { type LooseRow, linkedRows, type OrgTable, orgTables } from './trace-store.ts';

/** Somebody as the house knows them: one person may be a contact and the leads that became it. */
export type Known = {
  name: string;
  /** Their own rows, by table. */
  own: readonly { table: OrgTable; row: LooseRow }[];
  ids: readonly string[];
  /** The accounts in whose texts their name may stand. */
  accountIds: readonly string[];
  tables: readonly OrgTable[];
};

/** @throws Failure `not-found` */
export async function whoItIs(db: Db, actor: Actor, subject: DataSubject, id: string): Promise<Known> {
  const tables = await orgTables(db);
  const tableOf = (name: string): OrgTable => {
    const table = tables.find((one) => one.name === name);
    if (!table) throw new Error(`There is no table ${name}.`);
    return table;
  };
  const store = { contact: contacts, lead: leads, person: people }[subject];
  const row: LooseRow & { name: string } = await store.get(db, actor, id);
  const own = [{ table: tableOf(subject), row: row as LooseRow }];
  if (subject === 'contact') {
    const became = { table: tableOf('lead'), ids: [id], by: ['contact_id'] };
    for (const lead of await linkedRows(db, actor.orgId, became)) own.push({ table: became.table, row: lead });
  }
  const contactId = row['contact_id'];
  if (subject === 'lead' && typeof contactId === 'string') {
    const contact = { table: tableOf('contact'), ids: [contactId], by: ['id'] };
    for (const one of await linkedRows(db, actor.orgId, contact)) own.push({ table: contact.table, row: one });
  }
  const accountIds = own.map((one) => one.row['account_id']).filter((value) => typeof value === 'string');
  return { name: row.name, own, ids: own.map((one) => String(one.row['id'])), accountIds, tables };
}

/** Whether this person is gone from the house, which a colleague must be before they are erased. */
export function demandGone(subject: DataSubject, { own }: Known): void {
  if (subject === 'person' && own[0]?.row['is_active'] !== 0) throw new Failure('still-working-here');
}
