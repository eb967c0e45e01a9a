import { createRoute, z } from '@hono/zod-openapi';
import { Id } from '@milepost/contract/scalars';
import { TimeLinePage, TimeLineQuery } from '@milepost/contract/time-line';
import type { Deps } from '../deps.ts';
import { accounts } from '../features/accounts/store.ts';
import { type App, json, refusals } from '../http/app.ts';
import { readTimeLine } from './read-time-line.ts';

/** Everything that happened with a customer, on one line. */
export function timeLineRoutes(app: App, { db }: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/accounts/{id}/time-line',
      tags: ['account'],
      summary: 'Everything that happened with an account and is in sight, on one line',
      request: { params: z.object({ id: Id }), query: TimeLineQuery },
      responses: { 200: json(TimeLinePage, 'The newest first'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = await accounts.get(db, actor, c.req.valid('param').id);
      return c.json(await readTimeLine(db, actor, { accountId: id, query: c.req.valid('query') }), 200);
    },
  );
}
