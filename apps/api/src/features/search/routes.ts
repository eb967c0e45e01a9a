import { createRoute } from '@hono/zod-openapi';
import { SearchAnswer, SearchQuery } from '@milepost/contract/search';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { searchRecords } from './store.ts';

/** `GET /search`: one search over everything that is in sight. */
export function searchRoutes(app: App, deps: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/search',
      tags: ['search'],
      summary: 'Search everything in sight',
      request: { query: SearchQuery },
      responses: { 200: json(SearchAnswer, 'The best first'), ...refusals },
    }),
    async (c) => c.json({ items: await searchRecords(deps, c.get('actor'), c.req.valid('query')) }, 200),
  );
}
