import type { ContactPatch } from '@milepost/contract/contacts';
import { foldName } from '@milepost/core/identity/fold-name';
import { identityKeys } from '../../db/identity-keys.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { ContactTable } from '../../db/tables/records.ts';

export const contacts = recordStore({
  table: 'contact',
  sort: { name: 'name_key', title: 'title', email: 'email_key', createdAt: 'created_at', updatedAt: 'updated_at' },
  filter: {
    name: 'name_key',
    accountId: 'account_id',
    title: 'title',
    email: 'email_key',
    externalId: 'external_id',
    ownerId: 'owner_id',
  },
  search: ['name_key', 'email_key'],
  account: 'account_id',
});

/** Who reports to whom at an account, whoever may see them: a circle is one for everybody. */
export const superiorsAt = async (db: Db, orgId: string, accountId: string) =>
  (
    await db
      .selectFrom('contact')
      .select(['id', 'reports_to_id'])
      .where('org_id', '=', orgId)
      .where('account_id', '=', accountId)
      .execute()
  ).map(({ id, reports_to_id }) => ({ id, reportsToId: reports_to_id }));

/** A contact of whom nothing is known yet. */
export const blankContact = {
  owner_id: null,
  backup_id: null,
  account_id: null,
  title: null,
  external_id: null,
  email: null,
  email_key: null,
  phone: null,
  phone_key: null,
  notes: null,
  merged_into_id: null,
  tags: null,
  custom_fields: null,
  buying_role: null,
  influence: null,
  stance: null,
  reports_to_id: null,
};

/** What was sent → columns, with the folded keys. */
export function contactColumns(patch: ContactPatch, country: string | null): Partial<ContactTable> {
  const { accountId, externalId, buyingRole, reportsToId, tags: _, customFields: __, ...same } = patch;
  const { email_key, phone_key } = identityKeys(patch, country);
  return {
    ...same,
    ...(patch.name === undefined ? {} : { name_key: foldName(patch.name) }),
    ...(email_key === undefined ? {} : { email_key }),
    ...(phone_key === undefined ? {} : { phone_key }),
    ...(accountId === undefined ? {} : { account_id: accountId }),
    ...(externalId === undefined ? {} : { external_id: externalId }),
    ...(buyingRole === undefined ? {} : { buying_role: buyingRole }),
    ...(reportsToId === undefined ? {} : { reports_to_id: reportsToId }),
  };
}
