import { recordStore } from '../../db/record-store.ts';

/** Sales are seen by those whose they are; what they did to the books is in the credits. */
export const sales = recordStore({
  table: 'sale',
  sort: {
    day: 'day',
    revenueMinor: 'revenue_minor',
    costMinor: 'cost_minor',
    quantity: 'quantity',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
  filter: {
    day: 'day',
    ownerId: 'owner_id',
    backupId: 'backup_id',
    accountId: 'account_id',
    productId: 'product_id',
    opportunityId: 'opportunity_id',
    line: 'line',
    segment: 'segment',
    region: 'region',
    orderId: 'order_id',
    externalId: 'external_id',
    currency: 'currency',
    revenueMinor: 'revenue_minor',
    costMinor: 'cost_minor',
    quantity: 'quantity',
  },
  search: [],
  account: 'account_id',
});
