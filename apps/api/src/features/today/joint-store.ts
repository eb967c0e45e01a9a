import type { TodayJoint } from '@milepost/contract/today';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { Whose } from './source.ts';

/** What somebody does together with a colleague on a day and what is the colleague's: not done yet, in the order of its time. */
export async function jointOf(db: Db, actor: Actor, { personId, day }: Whose): Promise<TodayJoint[]> {
  const rows = await db
    .selectFrom('activity_participant as p')
    .innerJoin('activity as a', (join) => join.onRef('a.org_id', '=', 'p.org_id').onRef('a.id', '=', 'p.activity_id'))
    .select(['a.id', 'a.kind', 'a.subject', 'a.starts_at', 'a.account_id', 'a.person_id'])
    .where('p.org_id', '=', actor.orgId)
    .where('p.person_id', '=', personId)
    .where('a.person_id', '!=', personId)
    .where('a.on_day', '=', day)
    .where('a.is_done', '=', 0)
    .where('a.archived_at', 'is', null)
    .orderBy('a.starts_at')
    .orderBy('a.id')
    .execute();
  const names = await namesOf(db, actor, {
    person: rows.map((row) => row.person_id),
    account: rows.map((row) => row.account_id),
  });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.subject,
    startsAt: row.starts_at,
    // An account out of sight stays so, whoever takes along.
    account: nameOf(names.account, row.account_id),
    person: nameOf(names.person, row.person_id),
  }));
}
