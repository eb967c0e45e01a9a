import { createRoute, z } from '@hono/zod-openapi';
import { EventPatch, EventView, FollowUpView, NewEvent, NewFollowUp } from '@milepost/contract/events';
import { Id } from '@milepost/contract/scalars';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyManagers, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { makeFollowUp } from './follow-up.ts';
import { changeEvent, createEvent } from './save-event.ts';
import { events } from './store.ts';
import { eventViews } from './views.ts';

export function eventRoutes(app: App, deps: Deps): void {
  app.on(['POST'], ['/events', '/events/:id/archive', '/events/:id/restore'], onlyManagers);
  app.on(['PATCH'], ['/events/:id'], onlyManagers);
  const today = ({ organisation }: Actor) => deps.clock.today(organisation.timeZone);
  serveRecords<'event', EventView, NewEvent, EventPatch>(app, deps, {
    path: '/events',
    noun: 'event',
    schemas: { view: EventView, create: NewEvent, patch: EventPatch },
    store: events,
    views: eventViews(today),
    create: createEvent,
    change: changeEvent,
  });
  app.openapi(
    createRoute({
      method: 'post',
      path: '/events/{id}/follow-up',
      tags: ['event'],
      summary: 'Make the standard follow-up for a lead of the event, once',
      request: {
        params: z.object({ id: Id }),
        body: { required: true, content: { 'application/json': { schema: NewFollowUp } } },
      },
      responses: { 201: json(FollowUpView, 'Made'), 200: json(FollowUpView, 'Was made before'), ...refusals },
    }),
    async (c) => {
      const { leadId } = c.req.valid('json');
      const made = await makeFollowUp(deps, c.get('actor'), c.req.valid('param').id, leadId);
      return c.json(made, made.created > 0 ? 201 : 200);
    },
  );
}
