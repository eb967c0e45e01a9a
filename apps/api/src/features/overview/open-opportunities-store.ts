import type { OpenOpportunities } from '@milepost/core/overview/open-share';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

type Until = { from: string; to: string };

/** Open deals in sight with an amount in the organisation's currency that are expected to close between two days. */
const openIn = (db: Db, actor: Actor, { from, to }: Until) =>
  (db as unknown as Kysely<Loose>)
    .selectFrom('opportunity as o')
    .innerJoin('stage as s', (on) => on.onRef('s.org_id', '=', 'o.org_id').onRef('s.id', '=', 'o.stage_id'))
    .where('o.org_id', '=', actor.orgId)
    .where('o.archived_at', 'is', null)
    .where('s.category', '=', 'open')
    .where('o.amount_minor', 'is not', null)
    .where('o.currency', '=', actor.organisation.currency)
    .where('o.expected_close_on', '>=', from)
    .where('o.expected_close_on', '<=', to)
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, ['o.owner_id', 'o.backup_id'])(eb));

/** One by one. */
export async function openOpportunities(db: Db, actor: Actor, until: Until) {
  const rows = await openIn(db, actor, until)
    .select(['o.id as id', 'o.name as name', 'o.amount_minor as amount'])
    .orderBy('o.id')
    .execute();
  return rows.map(({ id, name, amount }) => ({ id: String(id), name: String(name), amount: Number(amount) }));
}

/** Summed by their chance to be won. */
export async function openByChance(db: Db, actor: Actor, until: Until): Promise<OpenOpportunities[]> {
  const rows = await openIn(db, actor, until)
    .select((eb) => [
      's.probability_bp as probability',
      eb.fn.sum('o.amount_minor').as('amount'),
      // As a fraction: squares of money leave the whole numbers of a database.
      sql<number>`sum(1.0 * o.amount_minor * o.amount_minor)`.as('squares'),
    ])
    .groupBy('s.probability_bp')
    .execute();
  return rows.map(({ probability, amount, squares }) => ({
    ...{ amount: Number(amount), squares: Number(squares) },
    probability: Number(probability) / 10_000,
  }));
}
