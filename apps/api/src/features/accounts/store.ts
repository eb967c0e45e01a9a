import type { AccountPatch } from '@milepost/contract/accounts';
import { foldCompany } from '@milepost/core/identity/fold-company';
import { foldName } from '@milepost/core/identity/fold-name';
import { identityKeys } from '../../db/identity-keys.ts';
import { recordStore } from '../../db/record-store.ts';
import type { AccountTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';

const base = recordStore({
  table: 'account',
  sort: {
    name: 'name_key',
    status: 'status',
    segment: 'segment',
    region: 'region',
    tier: 'tier',
    employees: 'employees',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
  filter: {
    name: 'name_key',
    status: 'status',
    segment: 'segment',
    region: 'region',
    tier: 'tier',
    ownerId: 'owner_id',
    backupId: 'backup_id',
    parentId: 'parent_id',
    externalId: 'external_id',
    employees: 'employees',
    createdAt: 'created_at',
  },
  search: ['name_key', 'email_key', 'domain_key'],
  account: 'id',
});

/** What is seen by exactly those who see its account. */
const seenWithAccount = [
  'contact',
  'activity',
  'satisfaction',
  'churn_alert',
  'churn_override',
  'renewal',
  'win_back',
] as const;

export const accounts = {
  ...base,

  /** Gives what belongs to an account, as contacts and activities do, its owner and backup: it is seen by whoever sees the account. */
  async handOver(work: Work, account: Pick<AccountTable, 'id' | 'owner_id' | 'backup_id'>): Promise<void> {
    for (const table of seenWithAccount) {
      const handed = await work.db
        .updateTable(table)
        .set({ owner_id: account.owner_id, backup_id: account.backup_id })
        .where('org_id', '=', work.actor.orgId)
        .where('account_id', '=', account.id)
        .returning('id')
        .execute();
      work.touched(
        table,
        handed.map(({ id }) => id),
      );
    }
    const issues = await work.db
      .updateTable('issue')
      .set({ customer_owner_id: account.owner_id, customer_backup_id: account.backup_id })
      .where('org_id', '=', work.actor.orgId)
      .where('account_id', '=', account.id)
      .returning('id')
      .execute();
    work.touched(
      'issue',
      issues.map(({ id }) => id),
    );
  },

  /**
   * Open deals, leads and invoices of an account that its owner has, and that had its backup or none, get its new backup: who stands
   * in for the owner sees them.
   */
  async lendBackup(work: Work, before: AccountTable, { id, owner_id, backup_id }: AccountTable): Promise<void> {
    if (owner_id === null) return;
    for (const table of ['opportunity', 'lead', 'invoice', 'receipt'] as const) {
      const lent = await work.db
        .updateTable(table)
        .set({ backup_id })
        .where('org_id', '=', work.actor.orgId)
        .where('account_id', '=', id)
        .where('owner_id', '=', owner_id)
        .where((eb) => eb.or([eb('backup_id', 'is', null), eb('backup_id', '=', before.backup_id ?? '')]))
        .returning('id')
        .execute();
      work.touched(
        table,
        lent.map(({ id }) => id),
      );
    }
  },
};

/** An account of which nothing is known yet. */
export const blankAccount = {
  owner_id: null,
  backup_id: null,
  external_id: null,
  segment: null,
  region: null,
  website: null,
  domain_key: null,
  phone: null,
  phone_key: null,
  email: null,
  email_key: null,
  address: null,
  employees: null,
  annual_revenue_minor: null,
  parent_id: null,
  notes: null,
  status: 'potential' as const,
  merged_into_id: null,
  tier: null,
  tier_by_score: null,
  tier_beyond: null,
  tier_score_minor: null,
  tier_reviewed_on: null,
  tier_since: null,
  held_tier: null,
  held_reason: null,
  held_until: null,
  potential_minor: null,
  cadence_count: null,
  cadence_per: null,
  cadence_since: null,
  tags: null,
  custom_fields: null,
};

/** What was sent → columns, with the folded keys that lists and lookalikes go by. */
export function accountColumns(patch: AccountPatch, country: string | null): Partial<AccountTable> {
  const { externalId, annualRevenueMinor, parentId, ownerId, backupId, ...rest } = patch;
  const { status: _, statusReason: __, tags: ___, customFields: ____, ...same } = rest;
  return {
    ...same,
    ...(patch.name === undefined ? {} : { name_key: foldName(patch.name), company_key: foldCompany(patch.name) }),
    ...identityKeys(patch, country),
    ...(externalId === undefined ? {} : { external_id: externalId }),
    ...(annualRevenueMinor === undefined ? {} : { annual_revenue_minor: annualRevenueMinor }),
    ...(parentId === undefined ? {} : { parent_id: parentId }),
    ...(ownerId === undefined ? {} : { owner_id: ownerId }),
    ...(backupId === undefined ? {} : { backup_id: backupId }),
  };
}
