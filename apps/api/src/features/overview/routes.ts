import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  OverviewQuery,
  OverviewSubscriptionInput,
  OverviewSubscriptionView,
  OverviewView,
  OverviewWhyQuery,
} from '@milepost/contract/overview';
import type { Deps } from '../../deps.ts';
import { type App, body, json, refusals, versionSeen } from '../../http/app.ts';
import { explainTile, readOverview } from './read-overview.ts';
import { subscriptions } from './subscription-store.ts';

const tags = ['overview'];

export function overviewRoutes(app: App, deps: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/overview',
      tags,
      summary: 'The tiles of what one sees',
      request: { query: OverviewQuery },
      responses: { 200: json(OverviewView, 'The overview'), ...refusals },
    }),
    async (c) => c.json(await readOverview(deps, c.get('actor'), c.req.valid('query')), 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/overview/why',
      tags,
      summary: 'How the number of a tile comes about',
      request: { query: OverviewWhyQuery },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => c.json((await explainTile(deps, c.get('actor'), c.req.valid('query'))) as never, 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/overview/subscription',
      tags,
      summary: 'Whether one gets the overview by mail',
      responses: { 200: json(OverviewSubscriptionView, 'What one said'), ...refusals },
    }),
    async (c) => c.json(await subscriptions.own(deps.db, c.get('actor')), 200),
  );
  app.openapi(
    createRoute({
      method: 'put',
      path: '/overview/subscription',
      tags,
      summary: 'Say whether one wants the overview by mail',
      request: {
        headers: z.object({ 'if-match': z.string().optional() }),
        body: body(OverviewSubscriptionInput),
      },
      responses: { 200: json(OverviewSubscriptionView, 'As it stands now'), ...refusals },
    }),
    async (c) => {
      const [actor, seen, input] = [c.get('actor'), versionSeen(c), c.req.valid('json')];
      return c.json(await deps.transact(actor, (work) => subscriptions.say(work, seen, input)), 200);
    },
  );
}
