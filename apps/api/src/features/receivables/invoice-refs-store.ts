import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { InvoiceTable } from '../../db/tables/receivables.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

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

/** Numbers of invoices that are in the actor's sight, by their ids. */
export async function invoiceNumbers(db: Db, actor: Actor, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = (await (db as unknown as Kysely<Loose>)
    .selectFrom('invoice')
    .select(['id', 'number'])
    .where('org_id', '=', actor.orgId)
    .where('id', 'in', [...new Set(ids)])
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, sightOf.invoice)(eb))
    .execute()) as { id: string; number: string }[];
  return new Map(rows.map(({ id, number }) => [id, number]));
}
