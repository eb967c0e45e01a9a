import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

/** Open deals in sight with an amount in the organisation's currency that are expected to close between two days. */
export async function openOpportunities(db: Db, actor: Actor, { from, to }: { from: string; to: string }) {
  const rows = await (db as unknown as Kysely<Loose>)
    .selectFrom('opportunity as o')
    .innerJoin('stage as s', (on) => on.onRef('s.org_id', '=', 'o.org_id').onRef('s.id', '=', 'o.stage_id'))
    .select(['o.id as id', 'o.name as name', 'o.amount_minor as amount', 's.probability_bp as probability'])
    .where('o.org_id', '=', actor.orgId)
    .where('o.archived_at', 'is', null)
    .where('s.category', '=', 'open')
    .where('o.amount_minor', 'is not', null)
    .where('o.currency', '=', actor.organisation.currency)
    .where('o.expected_close_on', '>=', from)
    .where('o.expected_close_on', '<=', to)
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, ['o.owner_id', 'o.backup_id'])(eb))
    .orderBy('o.id')
    .execute();
  return rows.map((row) => ({
    id: String(row['id']),
    name: String(row['name']),
    amount: Number(row['amount']),
    probability: Number(row['probability']) / 10_000,
  }));
}
