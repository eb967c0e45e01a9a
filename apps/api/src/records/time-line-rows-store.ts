import type { Kysely } from 'kysely';
import type { Db } from '../db/open.ts';
import type { Schema } from '../db/schema.ts';
import type { Head, Source } from './time-line-heads-store.ts';

type Loose = Record<string, Record<string, unknown>>;

const tableOf = {
  activity: 'activity',
  stage: 'stage_entry',
  invoice: 'invoice',
  receipt: 'receipt',
  file: 'attachment',
  issue: 'issue',
  status: 'status_entry',
  tier: 'tier_entry',
  change: 'change',
} as const satisfies Record<Source, keyof Schema>;
type RowOf = { [S in Source]: Schema[(typeof tableOf)[S]] };

/** The rows of heads that were found in sight, whole, by source and id. */
export async function rowsOfHeads(
  db: Db,
  orgId: string,
  heads: readonly Head[],
): Promise<{ [S in Source]: RowOf[S][] }> {
  const rows = Object.fromEntries(Object.keys(tableOf).map((source) => [source, []])) as unknown as Record<
    Source,
    unknown[]
  >;
  for (const [source, some] of Map.groupBy(heads, ({ kind }) => kind))
    rows[source] = await (db as unknown as Kysely<Loose>)
      .selectFrom(tableOf[source] as string)
      .selectAll()
      .where('org_id', '=', orgId)
      .where(
        'id',
        'in',
        some.map(({ id }) => id),
      )
      .execute();
  return rows as { [S in Source]: RowOf[S][] };
}

/** The currencies and numbers of the invoices that receipts name. */
export const invoicesOf = async (db: Db, orgId: string, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('invoice')
        .select(['id', 'number', 'currency', 'owner_id', 'backup_id'])
        .where('org_id', '=', orgId)
        .where('id', 'in', [...new Set(ids)])
        .execute();
