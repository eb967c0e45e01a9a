import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { flag } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import type { InvoiceTable, ReceiptTable } from '../../db/tables/receivables.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

const standing = (db: Db, actor: Actor, table: 'invoice' | 'receipt') =>
  (db as unknown as Kysely<Loose>)
    .selectFrom(table as string)
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where('archived_at', 'is', null)
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor)(eb));

/** The invoices in sight that were issued by a day, and what was posted against them by then. */
export async function issuedBy(
  db: Db,
  actor: Actor,
  { asOf, disputed }: { asOf: string; disputed: 'with' | 'without' | 'only' },
): Promise<{ invoices: InvoiceTable[]; posted: Map<string, ReceiptTable[]> }> {
  let invoices = standing(db, actor, 'invoice').where('issued_on', '<=', asOf);
  if (disputed !== 'with') invoices = invoices.where('is_disputed', '=', flag(disputed === 'only'));
  const rows = (await invoices.orderBy('issued_on').orderBy('id').execute()) as unknown as InvoiceTable[];
  // What is posted is seen by exactly those who see its invoice.
  const posted = (await standing(db, actor, 'receipt').where('day', '<=', asOf).execute()) as unknown as ReceiptTable[];
  return { invoices: rows, posted: Map.groupBy(posted, ({ invoice_id }) => invoice_id) };
}
