import type { OpportunityPatch } from '@milepost/contract/pipeline';
import { foldName } from '@milepost/core/identity/fold-name';
import { recordStore } from '../../db/record-store.ts';
import type { OpportunityTable } from '../../db/tables/records.ts';
import { splitBp, writeSplit } from '../sales/split-store.ts';

/** Stages are known to everybody of the organisation. */
export const stages = recordStore({
  table: 'stage',
  sort: { position: 'position', name: 'name_key' },
  filter: { category: 'category', name: 'name_key' },
  search: ['name_key'],
});

export const opportunities = recordStore({
  table: 'opportunity',
  sort: {
    name: 'name_key',
    amountMinor: 'amount_minor',
    openedOn: 'opened_on',
    expectedCloseOn: 'expected_close_on',
    closedOn: 'closed_on',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
  filter: {
    name: 'name_key',
    stageId: 'stage_id',
    ownerId: 'owner_id',
    backupId: 'backup_id',
    accountId: 'account_id',
    productId: 'product_id',
    externalId: 'external_id',
    amountMinor: 'amount_minor',
    currency: 'currency',
    openedOn: 'opened_on',
    expectedCloseOn: 'expected_close_on',
    closedOn: 'closed_on',
    createdAt: 'created_at',
    eventId: 'event_id',
    forecastCategory: 'forecast_category',
  },
  search: ['name_key'],
  account: 'account_id',
});

const columnOf = {
  externalId: 'external_id',
  accountId: 'account_id',
  productId: 'product_id',
  stageId: 'stage_id',
  amountMinor: 'amount_minor',
  openedOn: 'opened_on',
  expectedCloseOn: 'expected_close_on',
  closedOn: 'closed_on',
  lostReason: 'lost_reason',
  ownerId: 'owner_id',
  backupId: 'backup_id',
  eventId: 'event_id',
  forecastCategory: 'forecast_category',
} as const satisfies Partial<Record<keyof OpportunityPatch, keyof OpportunityTable>>;

/** What was sent → columns, with the folded name. @throws Failure `split-not-whole` */
export function opportunityColumns(patch: OpportunityPatch): Partial<OpportunityTable> {
  const columns: Partial<OpportunityTable> = {
    ...(patch.name === undefined ? {} : { name: patch.name, name_key: foldName(patch.name) }),
    ...(patch.currency === undefined ? {} : { currency: patch.currency }),
    ...(patch.notes === undefined ? {} : { notes: patch.notes }),
    ...(patch.split === undefined ? {} : { split: writeSplit(splitBp(patch.split)) }),
  };
  for (const [field, column] of Object.entries(columnOf) as [keyof typeof columnOf, keyof OpportunityTable][])
    if (patch[field] !== undefined) Object.assign(columns, { [column]: patch[field] });
  return columns;
}
