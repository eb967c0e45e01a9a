import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import { ListQuery, pageOf } from '@milepost/contract/page';
import { Id } from '@milepost/contract/scalars';
import {
  AttainmentQuery,
  AttainmentView,
  AttainmentWhyQuery,
  NewTarget,
  TargetEdits,
  TargetGridView,
  TargetHandOver,
  TargetReason,
  TargetView,
} from '@milepost/contract/targets';
import type { Actor } from '../../auth/actor.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyManagers, refusals, versionSeen } from '../../http/app.ts';
import { attainment } from './attainment.ts';
import { editTarget } from './edit-target.ts';
import { explainAttainment } from './explain-attainment.ts';
import { handOverTarget } from './hand-over.ts';
import { makeTarget } from './make-target.ts';
import { publishTarget } from './publish-target.ts';
import { quotaRoutes } from './quota-routes.ts';
import { rateRoutes } from './rate-routes.ts';
import { showingBoth } from './showing-both.ts';
import { stepRoutes } from './step-routes.ts';
import { targets } from './store.ts';
import { gridView, targetViews } from './views.ts';

const params = z.object({ id: Id });
const tags = ['target'];

export function targetRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  const view = (actor: Actor, row: TargetTable) => targetViews(actor, [row])[0] as TargetView;
  const clashing = showingBoth(deps);

  app.openapi(
    createRoute({
      method: 'get',
      path: '/targets',
      tags,
      request: { query: ListQuery },
      responses: { 200: json(pageOf(TargetView), 'Plans, newest year first'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const page = await targets.list(db, actor, c.req.valid('query'));
      return c.json({ ...page, items: targetViews(actor, page.items) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/targets',
      tags,
      middleware: onlyManagers,
      request: { body: body(NewTarget) },
      responses: { 201: json(TargetView, 'The draft'), ...refusals },
    }),
    async (c) => c.json(view(c.get('actor'), await makeTarget(deps, c.get('actor'), c.req.valid('json'))), 201),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/targets/{id}/grid',
      tags,
      request: { params },
      responses: { 200: json(TargetGridView, 'The plan with its rows'), ...refusals },
    }),
    async (c) => {
      const row = await targets.get(db, c.get('actor'), c.req.valid('param').id);
      return c.json(await gridView(db, c.get('actor'), row), 200, { etag: `"${row.version}"` });
    },
  );
  app.openapi(
    createRoute({
      method: 'put',
      path: '/targets/{id}/edits',
      tags,
      request: { params, body: body(TargetEdits) },
      responses: { 200: json(TargetGridView, 'The plan after the edits'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await clashing(
        c,
        editTarget(deps, actor, c.req.valid('param').id, versionSeen(c), c.req.valid('json')),
      );
      return c.json(await gridView(db, actor, row), 200, { etag: `"${row.version}"` });
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/targets/{id}/hand-over',
      tags,
      summary: 'Give what a leaver had to sell to successors, by their capacity',
      request: { params, body: body(TargetHandOver) },
      responses: { 200: json(TargetGridView, 'The plan after it'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await clashing(
        c,
        handOverTarget(deps, actor, c.req.valid('param').id, versionSeen(c), c.req.valid('json')),
      );
      return c.json(await gridView(db, actor, row), 200, { etag: `"${row.version}"` });
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/targets/{id}/publish',
      tags,
      request: { params, body: body(TargetReason) },
      responses: { 200: json(TargetView, 'Published'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await clashing(
        c,
        publishTarget(deps, actor, c.req.valid('param').id, versionSeen(c), c.req.valid('json').reason),
      );
      return c.json(view(actor, row), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/targets/{id}/archive',
      tags,
      middleware: onlyManagers,
      request: { params },
      responses: { 200: json(TargetView, 'Taken away'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await clashing(
        c,
        deps.transact(actor, (work) => targets.archive(work, c.req.valid('param').id, versionSeen(c))),
      );
      return c.json(view(actor, row), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/attainment',
      tags,
      request: { query: AttainmentQuery },
      responses: { 200: json(AttainmentView, 'Per person'), ...refusals },
    }),
    async (c) => {
      const { targetIds, from, to } = c.req.valid('query');
      return c.json(await attainment(db, c.get('actor'), targetIds.split(',').filter(Boolean), { from, to }), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/attainment/why',
      tags,
      request: { query: AttainmentWhyQuery },
      responses: { 200: json(ExplainedView, 'How a figure of attainment comes about'), ...refusals },
    }),
    async (c) => {
      const explained = await explainAttainment(db, c.get('actor'), deps.clock.now(), c.req.valid('query'));
      return c.json(explained as never, 200);
    },
  );
  stepRoutes(app, deps);
  quotaRoutes(app, deps);
  rateRoutes(app, deps);
}
