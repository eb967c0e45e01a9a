import type { AccountStatus } from '@milepost/core/accounts/life-cycle';
import type { ImportRecordTable } from '../../db/tables/imports.ts';
import type { OpportunityTable } from '../../db/tables/records.ts';
import type { SaleTable } from '../../db/tables/sales.ts';
import type { Work } from '../../db/work.ts';
import { statuses } from '../accounts/status-store.ts';
import { accounts } from '../accounts/store.ts';
import { stageOrder } from '../pipeline/stage-store.ts';
import { settleWins, withdrawWins } from '../pipeline/wins-store.ts';
import { invoices } from '../receivables/store.ts';
import { correctSales } from '../sales/posting-store.ts';
import { readSplit } from '../sales/split-store.ts';
import { targets } from '../targets/store.ts';
import { undoStores } from './undo-stores.ts';
import { planOfQuotas } from './writers/targets.ts';

/** A record that is brought back: which one, the version it must stand in, and the columns as they were. */
export type Restoring = Pick<ImportRecordTable, 'subject' | 'record_id' | 'version'> & {
  before: Record<string, unknown>;
};
type How = { today: string; reason: string };

/** Brings records back to what they said before. */
export async function restoreRecords(work: Work, records: readonly Restoring[], { today, reason }: How): Promise<void> {
  const of = (subject: string) => records.filter((record) => record.subject === subject);
  await correctSales(
    work,
    of('sale').map(({ record_id, version, before }) => ({
      id: record_id,
      seen: version ?? 1,
      said: saleBefore(before as unknown as SaleTable),
      reason,
    })),
  );
  for (const record of of('target')) await restoreTarget(work, record, reason);
  for (const { subject, record_id, version, before } of records) {
    if (subject === 'sale' || subject === 'target') continue;
    const store = undoStores[subject as keyof typeof undoStores];
    const { status, ...columns } = before as { status?: AccountStatus };
    const isSaid = subject === 'account' && status !== undefined;
    await store.update(work, record_id, version ?? 1, isSaid ? columns : before, { action: 'restored', reason });
    if (isSaid) await statuses.say(work, new Map([[record_id, status]]), { cause: 'import', reason, today });
    if (subject === 'account' && ('owner_id' in before || 'backup_id' in before))
      await accounts.handOver(work, await accounts.get(work.db, work.actor, record_id));
    if (subject === 'invoice') await invoices.handOver(work, await invoices.get(work.db, work.actor, record_id));
  }
  await restoreWins(work, of('opportunity'), { today, reason });
}

/** A deal that was not won before leaves the books on its own day: it never was in them. */
async function restoreWins(work: Work, deals: readonly Restoring[], { today, reason }: How): Promise<void> {
  if (deals.length === 0) return;
  const stages = await stageOrder.named(work.db, work.actor.orgId);
  const wasOpen = deals.filter(({ before }) => {
    const { stage_id } = before as Partial<OpportunityTable>;
    return stage_id !== undefined && stages.get(stage_id)?.category !== 'won';
  });
  await withdrawWins(
    work,
    wasOpen.map(({ record_id }) => record_id),
    reason,
  );
  await settleWins(
    work,
    deals.map(({ record_id }) => record_id),
    { today, reason },
  );
}

const saleBefore = (row: SaleTable) => ({
  day: row.day,
  revenueMinor: row.revenue_minor,
  costMinor: row.cost_minor,
  quantity: row.quantity,
  currency: row.currency,
  ownerId: row.owner_id,
  backupId: row.backup_id,
  split: readSplit(row.split),
  externalId: row.external_id,
  orderId: row.order_id,
  accountId: row.account_id,
  productId: row.product_id,
  line: row.line,
  segment: row.segment,
  region: row.region,
});

async function restoreTarget(work: Work, { record_id, version, before }: Restoring, reason: string): Promise<void> {
  const { quotas, ...columns } = before as {
    quotas: [string, (number | null)[]][];
    total_minor: number;
    shape: string;
  };
  const now = await targets.plan(work.db, await targets.get(work.db, work.actor, record_id));
  const persons = new Map(now.persons.map((person) => [person, [] as (number | null)[]]));
  await targets.replace(
    work,
    { id: record_id, seen: version ?? 1, before: now, plan: planOfQuotas(new Map([...persons, ...quotas])) },
    { columns, action: 'restored', reason, beside: { quotas: quotas.map(([person]) => person) } },
  );
}
