import { createRoute } from '@hono/zod-openapi';
import { CapacityQuery, CapacityView, CapacityWhyQuery } from '@milepost/contract/capacity';
import { ExplainedView } from '@milepost/contract/explain';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { explainCapacity, readCapacity } from './read-capacity.ts';

export function capacityRoutes(app: App, { db, clock }: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/capacity',
      tags: ['capacity'],
      request: { query: CapacityQuery },
      responses: { 200: json(CapacityView, 'Hours of selling by month'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readCapacity(db, actor, clock.today(actor.organisation.timeZone), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/capacity/why',
      tags: ['capacity'],
      request: { query: CapacityWhyQuery },
      responses: { 200: json(ExplainedView, 'How hours come about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = { today: clock.today(actor.organisation.timeZone), now: clock.now() };
      return c.json((await explainCapacity(db, actor, at, c.req.valid('query'))) as never, 200);
    },
  );
}
