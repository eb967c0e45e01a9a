import type { LeadPatch, NewLead } from '@milepost/contract/leads';
import { foldCompany } from '@milepost/core/identity/fold-company';
import { foldName } from '@milepost/core/identity/fold-name';
import { identityKeys } from '../../db/identity-keys.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { ClipTable, LeadTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';

export const leads = recordStore({
  table: 'lead',
  sort: {
    createdAt: 'created_at',
    name: 'name_key',
    company: 'company_key',
    status: 'status',
    updatedAt: 'updated_at',
  },
  filter: {
    status: 'status',
    kind: 'kind',
    source: 'source',
    ownerId: 'owner_id',
    company: 'company_key',
    name: 'name_key',
    createdAt: 'created_at',
    eventId: 'event_id',
  },
  search: ['name_key', 'company_key', 'email_key', 'domain_key'],
  account: 'account_id',
});

/** A lead of which nothing is known yet. */
export const blankLead = {
  owner_id: null,
  backup_id: null,
  title: null,
  company: null,
  company_key: null,
  email: null,
  email_key: null,
  phone: null,
  phone_key: null,
  domain_key: null,
  website: null,
  address: null,
  provenance: null,
  account_id: null,
  contact_id: null,
  opportunity_id: null,
  notes: null,
  merged_into_id: null,
  event_id: null,
  followed_event_id: null,
  tags: null,
  custom_fields: null,
};

/** What was sent → columns, with the folded keys. */
export function leadColumns(patch: LeadPatch & Partial<NewLead>, country: string | null): Partial<LeadTable> {
  const { ownerId, eventId, tags: _, customFields: __, ...same } = patch;
  const company = patch.company ?? (patch.kind === 'company' ? patch.name : undefined);
  return {
    ...same,
    ...(patch.name === undefined ? {} : { name_key: foldName(patch.name) }),
    ...(company === undefined && patch.company === undefined
      ? {}
      : { company_key: company ? foldCompany(company) : null }),
    ...identityKeys(patch, country),
    ...(ownerId === undefined ? {} : { owner_id: ownerId }),
    ...(eventId === undefined ? {} : { event_id: eventId }),
  };
}

export const clips = {
  find: (db: Db, orgId: string, id: string): Promise<ClipTable | undefined> =>
    db.selectFrom('clip').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst(),

  /** The clips that fed a record, oldest first. */
  of: (db: Db, orgId: string, recordIds: readonly string[]): Promise<ClipTable[]> =>
    recordIds.length === 0
      ? Promise.resolve([])
      : db
          .selectFrom('clip')
          .selectAll()
          .where('org_id', '=', orgId)
          .where('record_id', 'in', recordIds)
          .orderBy('created_at')
          .orderBy('id')
          .execute(),

  record: async (work: Work, clip: Omit<ClipTable, 'org_id' | 'person_id' | 'created_at'>): Promise<void> => {
    await work.db
      .insertInto('clip')
      .values({ ...clip, org_id: work.actor.orgId, person_id: work.actor.personId, created_at: work.at })
      .execute();
  },
};
