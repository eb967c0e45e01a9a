import { reachOf } from '@milepost/core/people/reach';
import type { MiddlewareHandler } from 'hono';
import type { Db } from '../db/open.ts';
import type { PersonTable } from '../db/tables/people.ts';
import type { Deps } from '../deps.ts';
import { organisations } from '../features/organisation/store.ts';
import { tree } from '../features/people/store.ts';
import type { Env } from '../http/app.ts';
import { Failure } from '../http/failure.ts';
import type { Actor } from './actor.ts';
import { namedSession } from './named-session.ts';

/** How far a person sees, today. */
export async function actorOfPerson(db: Db, person: PersonTable): Promise<Actor> {
  const organisation = await organisations.get(db, person.org_id);
  const actor = { orgId: person.org_id, personId: person.id, organisation };
  if (person.role === 'admin') return { ...actor, role: 'admin', reach: 'all' };
  if (person.role === 'rep') return { ...actor, role: 'rep', reach: [person.id] };
  return { ...actor, role: 'manager', reach: reachOf(person.id, 'manager', await tree.of(db, person.org_id)) };
}

/** Who a request's cookie or bearer token stands for, undefined when nobody. */
export async function actorOf({ auth, db }: Pick<Deps, 'auth' | 'db'>, headers: Headers): Promise<Actor | undefined> {
  const token = await namedSession(auth, headers);
  const person = token === undefined ? undefined : await tree.personOfSession(db, token);
  return person ? actorOfPerson(db, person) : undefined;
}

/** The operator at the command line, or the set-up itself: the whole organisation, no person. */
export const operatorOf = (organisation: Actor['organisation']): Actor => ({
  orgId: organisation.id,
  personId: null,
  role: 'admin',
  reach: 'all',
  organisation,
});

/** Lets only people through, and tells the route who it is. */
export const signedIn =
  (deps: Pick<Deps, 'auth' | 'db'>): MiddlewareHandler<Env> =>
  async (c, next) => {
    const actor = await actorOf(deps, c.req.raw.headers);
    if (!actor) throw new Failure('not-signed-in');
    c.set('actor', actor);
    await next();
  };
