import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { orZero } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

const closedOpportunities = (db: Db, orgId: string) =>
  db
    .selectFrom('opportunity')
    .innerJoin('stage', (join) =>
      join.onRef('stage.org_id', '=', 'opportunity.org_id').onRef('stage.id', '=', 'opportunity.stage_id'),
    )
    .where('opportunity.org_id', '=', orgId)
    .where('opportunity.archived_at', 'is', null)
    .where('stage.category', '!=', 'open');

/** How many deals each person closed, and won of those. Counts of everybody: nothing else is told of who is out of sight. */
export async function closedByOwner(
  db: Db,
  orgId: string,
): Promise<{ ownerId: string; won: number; closed: number }[]> {
  const rows = await closedOpportunities(db, orgId)
    .where('opportunity.owner_id', 'is not', null)
    .select(['opportunity.owner_id', 'stage.category'])
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .groupBy(['opportunity.owner_id', 'stage.category'])
    .execute();
  return [...Map.groupBy(rows, ({ owner_id }) => owner_id ?? '')].map(([ownerId, own]) => ({
    ownerId,
    won: orZero(own.find(({ category }) => category === 'won')?.n),
    closed: own.reduce((sum, { n }) => sum + orZero(n), 0),
  }));
}

/** The closed deals of a person, of those in sight. */
export async function closedOf(
  db: Db,
  actor: Actor,
  ownerId: string,
): Promise<{ id: string; name: string; category: string }[]> {
  const seen = (await (db as unknown as Kysely<Loose>)
    .selectFrom('opportunity')
    .select('id')
    .where('org_id', '=', actor.orgId)
    .where('owner_id', '=', ownerId)
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor)(eb))
    .execute()) as { id: string }[];
  const ids = new Set(seen.map(({ id }) => id));
  const rows = await closedOpportunities(db, actor.orgId)
    .where('opportunity.owner_id', '=', ownerId)
    .select(['opportunity.id', 'opportunity.name', 'stage.category'])
    .orderBy('opportunity.id')
    .execute();
  return rows.filter(({ id }) => ids.has(id));
}
