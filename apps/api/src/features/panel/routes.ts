import { createRoute } from '@hono/zod-openapi';
import { BesideQuery, BesideView } from '@milepost/contract/panel';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { readBeside } from './read-beside.ts';

/** `GET /capture/beside`: the customer beside the page that somebody reads with the extension. */
export function panelRoutes(app: App, { db, clock }: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/capture/beside',
      tags: ['panel'],
      summary: 'The customer beside a page, and what there is to know of it',
      request: { query: BesideQuery },
      responses: { 200: json(BesideView, 'The customer, or null'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const today = clock.today(actor.organisation.timeZone);
      return c.json(await readBeside(db, actor, today, c.req.valid('query')), 200);
    },
  );
}
