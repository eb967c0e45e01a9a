import { createRoute } from '@hono/zod-openapi';
import { PresenceAt, PresenceView } from '@milepost/contract/presence';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { type Onlookers, onlookers } from './onlookers.ts';

/** Who else looks at a record: each window says that it looks, and hears by the live feed when that changes. */
export function presenceRoutes(app: App, deps: Deps, looking: Onlookers = onlookers()): void {
  const path = '/presence/{subject}/{recordId}';
  const now = () => Date.parse(deps.clock.now());
  const othersAt = ({ orgId, personId }: Actor, at: PresenceAt): string[] =>
    looking.at({ orgId, ...at }, now()).filter((id) => id !== personId);
  const tell = (actor: Actor, { subject: of, recordId }: PresenceAt): void => {
    const others = othersAt(actor, { subject: of, recordId });
    if (others.length > 0) deps.live.tell(actor.orgId, others, { subject: 'presence', recordId });
  };

  app.openapi(
    createRoute({
      method: 'put',
      path,
      tags: ['presence'],
      summary: 'Say that one looks at a record, and hear who else does',
      request: { params: PresenceAt },
      responses: { 200: json(PresenceView, 'Who else looks'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = c.req.valid('param');
      if (!(await isInSight(deps.db, actor, at.subject, at.recordId))) throw new Failure('not-found');
      if (actor.personId !== null && looking.look({ orgId: actor.orgId, personId: actor.personId, ...at }, now()))
        tell(actor, at);
      const ids = othersAt(actor, at);
      const { person } = await namesOf(deps.db, actor, { person: ids });
      return c.json({ others: ids.flatMap((id) => nameOf(person, id) ?? []) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'delete',
      path,
      tags: ['presence'],
      summary: 'Say that one looks away',
      request: { params: PresenceAt },
      responses: { 204: { description: 'Known' }, ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = c.req.valid('param');
      if (actor.personId !== null && looking.leave({ orgId: actor.orgId, personId: actor.personId, ...at }))
        tell(actor, at);
      return c.body(null, 204);
    },
  );
}
