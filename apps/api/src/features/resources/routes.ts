import { createRoute } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  NewResource,
  NewResourceNeed,
  ResourceGapsQuery,
  ResourceGapsView,
  ResourceNeedPatch,
  ResourceNeedView,
  ResourcePatch,
  ResourceView,
  ResourceWhyQuery,
} from '@milepost/contract/resources';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyManagers, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { explainGap, readGaps } from './read-gaps.ts';
import { changeNeed, changeResource, createNeed, createResource } from './save-resource.ts';
import { resourceNeeds, resources } from './store.ts';
import { needViews, resourceViews } from './views.ts';

export function resourceRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const planned = ['/resources', '/resources/*', '/resource-needs', '/resource-needs/*'];
  app.on(['POST', 'PATCH'], planned, onlyManagers);
  serveRecords<'resource', ResourceView, NewResource, ResourcePatch>(app, deps, {
    path: '/resources',
    noun: 'resource',
    schemas: { view: ResourceView, create: NewResource, patch: ResourcePatch },
    store: resources,
    views: resourceViews,
    create: createResource,
    change: changeResource,
  });
  serveRecords<'resource_need', ResourceNeedView, NewResourceNeed, ResourceNeedPatch>(app, deps, {
    path: '/resource-needs',
    noun: 'resource need',
    schemas: { view: ResourceNeedView, create: NewResourceNeed, patch: ResourceNeedPatch },
    store: resourceNeeds,
    views: needViews,
    create: createNeed,
    change: changeNeed,
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/resource-gaps',
      tags: ['resource'],
      request: { query: ResourceGapsQuery },
      responses: { 200: json(ResourceGapsView, 'Hours and skills that are missing, by role'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readGaps(db, actor, clock.today(actor.organisation.timeZone), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/resource-gaps/why',
      tags: ['resource'],
      request: { query: ResourceWhyQuery },
      responses: { 200: json(ExplainedView, 'How hours of a role come about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = { today: clock.today(actor.organisation.timeZone), now: clock.now() };
      return c.json((await explainGap(db, actor, at, c.req.valid('query'))) as never, 200);
    },
  );
}
