import type { LeadView, Provenance } from '@milepost/contract/leads';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { LeadTable } from '../../db/tables/records.ts';
import { fieldViews } from '../fields/record-fields-store.ts';

export async function leadViews(db: Db, actor: Actor, rows: readonly LeadTable[]): Promise<LeadView[]> {
  const names = await namesOf(db, actor, {
    person: rows.map((row) => row.owner_id),
    account: rows.map((row) => row.account_id),
    contact: rows.map((row) => row.contact_id),
    opportunity: rows.map((row) => row.opportunity_id),
    event: rows.map((row) => row.event_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    kind: row.kind,
    status: row.status,
    name: row.name,
    title: row.title,
    company: row.company,
    email: row.email,
    phone: row.phone,
    website: row.website,
    address: row.address,
    notes: row.notes,
    ...fieldViews(row),
    source: row.source,
    owner: nameOf(names.person, row.owner_id),
    account: nameOf(names.account, row.account_id),
    contact: nameOf(names.contact, row.contact_id),
    opportunity: nameOf(names.opportunity, row.opportunity_id),
    event: nameOf(names.event, row.event_id),
    isFollowedUp: row.event_id !== null && row.followed_event_id === row.event_id,
    provenance: row.provenance === null ? [] : fromJson<Provenance[]>(row.provenance),
  }));
}
