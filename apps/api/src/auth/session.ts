import { apiKeyRequestsPerMinute } from '@milepost/contract/api-keys';
import { reachOf } from '@milepost/core/people/reach';
import type { MiddlewareHandler } from 'hono';
import type { Db } from '../db/open.ts';
import type { PersonTable } from '../db/tables/people.ts';
import type { Deps } from '../deps.ts';
import { apiKeys } from '../features/api-keys/store.ts';
import { organisations } from '../features/organisation/store.ts';
import { tree } from '../features/people/store.ts';
import type { Env } from '../http/app.ts';
import { Failure } from '../http/failure.ts';
import type { Actor } from './actor.ts';
import { actingKeyOf, apiKeyOf, demandKeyMay, keyRequests } from './api-key.ts';
import { demandMemberMay } from './confined.ts';
import { namedSession } from './named-session.ts';

/** How far a person sees, today. */
export async function actorOfPerson(db: Db, person: PersonTable): Promise<Actor> {
  const organisation = await organisations.get(db, person.org_id);
  const actor = { orgId: person.org_id, personId: person.id, departmentId: person.department_id, organisation };
  if (person.role === 'admin') return { ...actor, role: 'admin', reach: 'all' };
  if (person.role === 'member') return { ...actor, role: 'rep', reach: [person.id], isConfined: true };
  if (person.role === 'rep') return { ...actor, role: 'rep', reach: [person.id] };
  return { ...actor, role: 'manager', reach: reachOf(person.id, 'manager', await tree.of(db, person.org_id)) };
}

/** How long a use of a key is not noted again. */
const noteUseMs = 60_000;

/** The person as whom a key acts, with the key. Undefined when it does not hold (any more). */
async function actorOfApiKey(
  { db, clock, transact }: Pick<Deps, 'db' | 'clock' | 'transact'>,
  secretHash: string,
): Promise<Actor | undefined> {
  const now = clock.now();
  const found = await apiKeys.standing(db, secretHash, now);
  if (!found) return undefined;
  const { key, person } = found;
  const actor = { ...(await actorOfPerson(db, person)), key: actingKeyOf(key) };
  if (key.last_used_at === null || Date.parse(now) - Date.parse(key.last_used_at) >= noteUseMs)
    await transact(actor, (work) => apiKeys.noteUse(work, key.id));
  return actor;
}

type Asked = Pick<Deps, 'auth' | 'db' | 'clock' | 'transact'>;

/** Who a request's cookie, bearer token or key stands for, undefined when nobody. */
export async function actorOf(deps: Asked, headers: Headers): Promise<Actor | undefined> {
  const keyHash = apiKeyOf(headers);
  if (keyHash !== undefined) return actorOfApiKey(deps, keyHash);
  const { auth, db } = deps;
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
export function signedIn(deps: Asked, requestsPerMinute = apiKeyRequestsPerMinute): MiddlewareHandler<Env> {
  const isWithinLimit = keyRequests(requestsPerMinute);
  return async (c, next) => {
    const actor = await actorOf(deps, c.req.raw.headers);
    if (!actor) throw new Failure('not-signed-in');
    if (actor.key) {
      if (!isWithinLimit(actor.key.id, deps.clock.now())) {
        c.header('retry-after', '60');
        throw new Failure('too-many-requests');
      }
      demandKeyMay(actor.key, c.req.method, c.req.path);
    }
    demandMemberMay(actor, c.req.path);
    c.set('actor', actor);
    await next();
  };
}
