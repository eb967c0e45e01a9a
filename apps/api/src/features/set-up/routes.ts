import { createRoute } from '@hono/zod-openapi';
import { NewSetup, SetupState } from '@milepost/contract/set-up';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { demo } from '../demo/store.ts';
import { organisations } from '../organisation/store.ts';
import { setUpFirst } from './set-up.ts';

/** Before anybody is signed in: is there an organisation, and the first set-up. */
export function setUpRoutes(app: App, deps: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/setup',
      tags: ['organisation'],
      security: [],
      responses: { 200: json(SetupState, 'What the first screen shows') },
    }),
    async (c) => {
      const all = await organisations.all(deps.db);
      const signIns = await demo.signIns(deps.db);
      return c.json({ needed: all.length === 0, demo: signIns.length > 0, demoSignIns: signIns }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/setup',
      tags: ['organisation'],
      security: [],
      request: { body: { required: true, content: { 'application/json': { schema: NewSetup } } } },
      responses: { 201: json(SetupState, 'Made'), ...refusals },
    }),
    async (c) => {
      await setUpFirst(deps, c.req.valid('json'));
      return c.json({ needed: false, demo: false, demoSignIns: [] }, 201);
    },
  );
}
