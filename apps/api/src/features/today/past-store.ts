import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import { visibleTo } from '../../db/visible-to.ts';
import type { Whose } from './source.ts';
import { loose } from './whose-store.ts';

/** An activity that has left somebody's list. */
export type Past = { id: string; version: number; subject: string; personId: string };

const activities = (db: Db, actor: Actor) =>
  loose(db)
    .selectFrom('activity')
    .select(['id', 'version', 'subject', 'person_id as personId'])
    .where('org_id', '=', actor.orgId)
    .where('archived_at', 'is', null)
    .where((eb) => visibleTo(actor, sightOf.activity)(eb));

/** So many at most: who looks further back finds them in the time lines. */
const atMost = 100;

/** Activities that somebody ticked off on a day, the last first. */
export const doneToday = async (db: Db, actor: Actor, { personId, day }: Whose): Promise<Past[]> =>
  (await activities(db, actor)
    .where('person_id', '=', personId)
    .where('done_on', '=', day)
    .where('is_done', '=', 1)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(atMost)
    .execute()) as unknown as Past[];

/** Activities that somebody gave away and that are not done. */
export const givenAway = async (db: Db, actor: Actor, { personId }: Whose): Promise<Past[]> =>
  (await activities(db, actor)
    .where('given_by_id', '=', personId)
    .where('person_id', '!=', personId)
    .where('is_done', '=', 0)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(atMost)
    .execute()) as unknown as Past[];
