import { createRoute } from '@hono/zod-openapi';
import { AdjustmentsQuery, AdjustmentsView } from '@milepost/contract/adjustments';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { readAdjustments } from './read-adjustments.ts';

export function adjustmentRoutes(app: App, { db, clock }: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/adjustments',
      tags: ['adjustment'],
      summary: 'Tiers, owners, promises and plans that were adjusted: by whom, why, and what changed after it',
      request: { query: AdjustmentsQuery },
      responses: { 200: json(AdjustmentsView, 'The adjustments in sight, the newest first'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = { today: clock.today(actor.organisation.timeZone), now: clock.now() };
      return c.json(await readAdjustments(db, actor, at, c.req.valid('query')), 200);
    },
  );
}
