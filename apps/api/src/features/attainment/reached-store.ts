import type { AdditiveMeasure } from '@milepost/core/targets/measures';
import { sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';

/** What was reached of one product in one line and region. */
export type ReachedProduct = { line: string; productId: string; region: string; value: number };

/** What a measure is of a credit: revenue at the rates of the days, margin of sales in the organisation's currency whose cost is known. */
const summed = (measure: AdditiveMeasure, home: string) => {
  if (measure === 'quantity') return sql<number>`sum(quantity)`;
  if (measure === 'margin')
    return sql<number>`sum(case when currency = ${home} and cost_minor is not null then revenue_minor - cost_minor else 0 end)`;
  return sql<number>`sum(case when currency = ${home} then revenue_minor else coalesce(org_minor, 0) end)`;
};

/** What the people in reach reached between two days, by product with its line and by region: what daily facts do not carry. */
export async function reachedByProduct(
  db: Db,
  actor: Actor,
  measure: AdditiveMeasure,
  { from, to }: { from: string; to: string },
): Promise<ReachedProduct[]> {
  const all = db.selectFrom('credit').where('org_id', '=', actor.orgId).where('day', '>=', from).where('day', '<=', to);
  const own = actor.reach === 'all' ? all : all.where('person_id', 'in', [...actor.reach]);
  const rows = await own
    .select(['line', 'product_id', 'region', summed(measure, actor.organisation.currency).as('value')])
    .groupBy(['line', 'product_id', 'region'])
    .execute();
  return rows.map((row) => ({
    ...{ line: row.line ?? '', productId: row.product_id ?? '', region: row.region ?? '' },
    value: Number(row.value ?? 0),
  }));
}
