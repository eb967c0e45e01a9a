import { type Actor, reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';

/** The margin classes of the products of each line, and how many reps of the actor's reach sell today. */
export async function proposalFacts(
  db: Db,
  actor: Actor,
): Promise<{ classes: Map<string, (string | null)[]>; reps: number }> {
  const [products, people] = await Promise.all([
    db
      .selectFrom('product')
      .select(['line', 'margin_class'])
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where('line', 'is not', null)
      .execute(),
    db
      .selectFrom('person')
      .select('id')
      .where('org_id', '=', actor.orgId)
      .where('role', '=', 'rep')
      .where('is_active', '=', 1)
      .where('archived_at', 'is', null)
      .execute(),
  ]);
  const byLine = Map.groupBy(products, ({ line }) => line ?? '');
  return {
    classes: new Map([...byLine].map(([line, rows]) => [line, rows.map(({ margin_class }) => margin_class)])),
    reps: people.filter(({ id }) => reaches(actor, id)).length,
  };
}
