import type { AccountView, StatusEntryView } from '@milepost/contract/accounts';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { AccountTable, StatusEntryTable } from '../../db/tables/records.ts';
import { fieldViews } from '../fields/record-fields-store.ts';

/** Rows → wire, with the names of the people and records they point to. A parent out of sight stays unnamed. */
export async function accountViews(db: Db, actor: Actor, rows: readonly AccountTable[]): Promise<AccountView[]> {
  const names = await namesOf(db, actor, {
    person: rows.flatMap((row) => [row.owner_id, row.backup_id]),
    account: rows.map((row) => row.parent_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    name: row.name,
    externalId: row.external_id,
    segment: row.segment,
    region: row.region,
    website: row.website,
    phone: row.phone,
    email: row.email,
    address: row.address,
    employees: row.employees,
    annualRevenueMinor: row.annual_revenue_minor,
    parentId: row.parent_id,
    notes: row.notes,
    status: row.status,
    tier: row.tier,
    ...fieldViews(row),
    owner: nameOf(names.person, row.owner_id),
    backup: nameOf(names.person, row.backup_id),
    parent: nameOf(names.account, row.parent_id),
  }));
}

export async function statusEntryViews(
  db: Db,
  actor: Actor,
  rows: readonly StatusEntryTable[],
): Promise<StatusEntryView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
  return rows.map(({ id, status, entered_on, at, cause, reason, person_id }) => ({
    id,
    status,
    enteredOn: entered_on,
    at,
    cause,
    reason,
    person: nameOf(names.person, person_id),
  }));
}
