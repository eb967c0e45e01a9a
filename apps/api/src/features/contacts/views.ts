import type { ContactView } from '@milepost/contract/contacts';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { ContactTable } from '../../db/tables/records.ts';
import { fieldViews } from '../fields/record-fields-store.ts';

export async function contactViews(db: Db, actor: Actor, rows: readonly ContactTable[]): Promise<ContactView[]> {
  const names = await namesOf(db, actor, {
    person: rows.map((row) => row.owner_id),
    account: rows.map((row) => row.account_id),
    contact: rows.map((row) => row.reports_to_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    name: row.name,
    accountId: row.account_id,
    title: row.title,
    externalId: row.external_id,
    email: row.email,
    phone: row.phone,
    notes: row.notes,
    ...fieldViews(row),
    buyingRole: row.buying_role,
    influence: row.influence,
    stance: row.stance,
    reportsToId: row.reports_to_id,
    account: nameOf(names.account, row.account_id),
    owner: nameOf(names.person, row.owner_id),
    reportsTo: nameOf(names.contact, row.reports_to_id),
  }));
}
