import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  CareerPatch,
  CareerView,
  LadderQuery,
  LadderView,
  LadderWhyQuery,
  NewRung,
  RungPatch,
  RungView,
} from '@milepost/contract/ladder';
import { Id } from '@milepost/contract/scalars';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyManagers, refusals, versionSeen } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { explainCriterion, readLadder } from './read-ladder.ts';
import { saveCareer } from './save-career.ts';
import { changeRung, createRung, restoreRung } from './save-rung.ts';
import { rungs } from './store.ts';
import { careerView, rungViews } from './views.ts';

export function ladderRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const at = (actor: Actor) => ({ day: clock.today(actor.organisation.timeZone), now: clock.now() });
  app.on(['POST', 'PATCH'], ['/rungs', '/rungs/*'], onlyManagers);
  serveRecords<'rung', RungView, NewRung, RungPatch>(app, deps, {
    path: '/rungs',
    noun: 'rung',
    schemas: { view: RungView, create: NewRung, patch: RungPatch },
    store: rungs,
    views: rungViews,
    create: createRung,
    change: changeRung,
    restore: restoreRung,
  });
  const tags = ['rung'];
  app.openapi(
    createRoute({
      method: 'get',
      path: '/ladder',
      tags,
      request: { query: LadderQuery },
      responses: { 200: json(LadderView, 'The ladder as it is for somebody'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readLadder(db, actor, at(actor), c.req.valid('query').personId), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/ladder/why',
      tags,
      request: { query: LadderWhyQuery },
      responses: { 200: json(ExplainedView, 'How what somebody has of a criterion comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json((await explainCriterion(db, actor, at(actor), c.req.valid('query'))) as never, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'put',
      path: '/careers/{personId}',
      tags,
      request: {
        params: z.object({ personId: Id }),
        headers: z.object({ 'if-match': z.string().optional() }),
        body: body(CareerPatch),
      },
      responses: { 200: json(CareerView, 'Where somebody stands and wants to go'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { personId } = c.req.valid('param');
      const row = await saveCareer(deps, actor, personId, versionSeen(c), c.req.valid('json'));
      return c.json(await careerView(db, actor, row), 200, { etag: `"${row.version}"` });
    },
  );
}
