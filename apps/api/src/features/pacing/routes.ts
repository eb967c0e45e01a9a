import { createRoute } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  BridgeQuery,
  BridgeView,
  BridgeWhyQuery,
  PacingQuery,
  PacingView,
  PacingWhyQuery,
} from '@milepost/contract/pacing';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { explainBridge } from './explain-bridge.ts';
import { explainPacing } from './explain-pacing.ts';
import { readBridge } from './read-bridge.ts';
import { readPacing } from './read-pacing.ts';

export function pacingRoutes(app: App, { db, clock }: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/pacing',
      tags: ['pacing'],
      request: { query: PacingQuery },
      responses: { 200: json(PacingView, 'Pace as of a day'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readPacing(db, actor, clock.today(actor.organisation.timeZone), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/pacing/why',
      tags: ['pacing'],
      request: { query: PacingWhyQuery },
      responses: { 200: json(ExplainedView, 'How a figure of pace comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(
        (await explainPacing(
          db,
          actor,
          clock.today(actor.organisation.timeZone),
          clock.now(),
          c.req.valid('query'),
        )) as never,
        200,
      );
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/pacing/bridge',
      tags: ['pacing'],
      request: { query: BridgeQuery },
      responses: { 200: json(BridgeView, 'Actual less plan to date by cause'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readBridge(db, actor, clock.today(actor.organisation.timeZone), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/pacing/bridge/why',
      tags: ['pacing'],
      request: { query: BridgeWhyQuery },
      responses: { 200: json(ExplainedView, 'How a cause of the gap comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const today = clock.today(actor.organisation.timeZone);
      return c.json((await explainBridge(db, actor, today, clock.now(), c.req.valid('query'))) as never, 200);
    },
  );
}
