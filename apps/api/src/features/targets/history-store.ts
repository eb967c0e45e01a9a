import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';

type Span = { from: string; to: string };

const credits = (db: Db, actor: Actor, { from, to }: Span) => {
  const rows = db
    .selectFrom('credit')
    .where('org_id', '=', actor.orgId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('currency', '=', actor.organisation.currency);
  return actor.reach === 'all' ? rows : rows.where('person_id', 'in', [...actor.reach]);
};

/** Past revenue of the people in reach, as a target is made from it. */
export const pastRevenue = {
  /** Regions with revenue above zero. */
  byRegion: async (db: Db, actor: Actor, span: Span): Promise<{ id: string; weight: number }[]> =>
    (
      await credits(db, actor, span)
        .select((eb) => ['region', eb.fn.sum<number>('revenue_minor').as('value')])
        .groupBy('region')
        .orderBy('region')
        .execute()
    ).flatMap(({ region, value }) => (region && Number(value) > 0 ? [{ id: region, weight: Number(value) }] : [])),

  /** Products with revenue above zero, within the line that they were sold in. */
  byProduct: async (db: Db, actor: Actor, span: Span): Promise<{ id: string; line: string; weight: number }[]> =>
    (
      await credits(db, actor, span)
        .select((eb) => ['product_id', 'line', eb.fn.sum<number>('revenue_minor').as('value')])
        .groupBy(['product_id', 'line'])
        .orderBy('line')
        .orderBy('product_id')
        .execute()
    ).flatMap(({ product_id, line, value }) =>
      product_id && Number(value) > 0 ? [{ id: product_id, line: line ?? '', weight: Number(value) }] : [],
    ),
};
