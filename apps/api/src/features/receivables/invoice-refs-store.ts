import type { Db } from '../../db/open.ts';
import type { InvoiceTable } from '../../db/tables/receivables.ts';

/**
 * Number and currency of the invoices that receipts belong to. A receipt is seen by exactly those who see its invoice, so whoever asks
 * with a receipt in sight may know them.
 */
export async function invoiceRefs(
  db: Db,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, Pick<InvoiceTable, 'number' | 'currency'>>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('invoice')
    .select(['id', 'number', 'currency'])
    .where('org_id', '=', orgId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
