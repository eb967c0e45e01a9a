import { createRoute } from '@hono/zod-openapi';
import { PresenceAt, PresenceView } from '@milepost/contract/presence';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { onlookers } from './store.ts';

/**
 * Who else looks at a record: each window says that it looks, and hears by the live feed when that changes; those of other nodes hear at
 * their next word.
 */
export function presenceRoutes(app: App, deps: Deps): void {
  const path = '/presence/{subject}/{recordId}';
  const othersAt = async ({ orgId, personId }: Actor, at: PresenceAt): Promise<string[]> =>
    (await onlookers.at(deps.db, { orgId, ...at }, deps.clock.now())).filter((id) => id !== personId);
  const tell = async (actor: Actor, { subject: of, recordId }: PresenceAt): Promise<void> => {
    const others = await othersAt(actor, { subject: of, recordId });
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
      const { orgId, personId } = actor;
      if (personId !== null && (await onlookers.look(deps.db, { orgId, personId, ...at }, deps.clock.now())))
        await tell(actor, at);
      const ids = await othersAt(actor, at);
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
      const { orgId, personId } = actor;
      if (personId !== null && (await onlookers.leave(deps.db, { orgId, personId, ...at }))) await tell(actor, at);
      return c.body(null, 204);
    },
  );
}
