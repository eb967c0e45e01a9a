import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { ActivityTable } from '../../db/tables/records.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;
type Found = Pick<ActivityTable, 'id' | 'account_id' | 'contact_id' | 'lead_id'>;

/** With whom the activities are that mails were logged as, of those that the actor sees. */
export async function activitiesOf(db: Db, actor: Actor, ids: readonly string[]): Promise<Map<string, Found>> {
  if (ids.length === 0) return new Map();
  const rows = (await (db as unknown as Kysely<Loose>)
    .selectFrom('activity')
    .select(['id', 'account_id', 'contact_id', 'lead_id'])
    .where('org_id', '=', actor.orgId)
    .where('id', 'in', [...ids])
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, sightOf.activity)(eb))
    .execute()) as unknown as Found[];
  return new Map(rows.map((row) => [row.id, row]));
}
