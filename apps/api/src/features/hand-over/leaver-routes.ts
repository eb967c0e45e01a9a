import { createRoute, z } from '@hono/zod-openapi';
import { FinishLeaver, LeaverView, Reassign, ReassignedView } from '@milepost/contract/hand-over';
import { Id } from '@milepost/contract/scalars';
import type { Deps } from '../../deps.ts';
import { type App, body, json, refusals } from '../../http/app.ts';
import { finishLeaver } from './finish-leaver.ts';
import { readLeaver } from './read-leaver.ts';
import { reassign } from './reassign.ts';

const tags = ['leaver'];
const params = z.object({ personId: Id });

export function leaverRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  app.openapi(
    createRoute({
      method: 'get',
      path: '/leavers/{personId}',
      tags,
      summary: 'What is in the name of a person',
      request: { params },
      responses: { 200: json(LeaverView, 'What is left'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const today = clock.today(actor.organisation.timeZone);
      return c.json(await readLeaver(db, actor, today, c.req.valid('param').personId), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/leavers/{personId}/reassign',
      tags,
      summary: 'Give what is in their name to others',
      request: { params, body: body(Reassign) },
      responses: { 200: json(ReassignedView, 'What became of each'), ...refusals },
    }),
    async (c) => c.json(await reassign(deps, c.get('actor'), c.req.valid('param').personId, c.req.valid('json')), 200),
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/leavers/{personId}/finish',
      tags,
      summary: 'End the leaving of a person of whom nothing is left',
      request: { params, body: body(FinishLeaver) },
      responses: { 200: json(LeaverView, 'They have left, or will'), ...refusals },
    }),
    async (c) => {
      const [actor, { personId }] = [c.get('actor'), c.req.valid('param')];
      await finishLeaver(deps, actor, personId, c.req.valid('json').lastDay);
      return c.json(await readLeaver(db, actor, clock.today(actor.organisation.timeZone), personId), 200);
    },
  );
}
