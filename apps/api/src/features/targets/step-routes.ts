import { createRoute, z } from '@hono/zod-openapi';
import { QuotaAnswer, QuotaUpheld, TargetAmendment, TargetStepsView } from '@milepost/contract/quotas';
import { Id } from '@milepost/contract/scalars';
import { TargetReason, TargetStretch, TargetView } from '@milepost/contract/targets';
import type { Actor } from '../../auth/actor.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, refusals, versionSeen } from '../../http/app.ts';
import { amendTarget } from './amend-target.ts';
import { answerQuota, submitTarget, upholdQuota, withdrawTarget } from './ask-people.ts';
import { setStretch } from './set-stretch.ts';
import { showingBoth } from './showing-both.ts';
import { stepsView } from './steps-view.ts';
import { targets } from './store.ts';
import { targetViews } from './views.ts';

const params = z.object({ id: Id });
const tags = ['target'];

/** The life of a target: what happens to it between draft and the version that follows. */
export function stepRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  const view = (actor: Actor, row: TargetTable) => targetViews(actor, [row])[0] as TargetView;
  const clashing = showingBoth(deps);

  app.openapi(
    createRoute({
      method: 'get',
      path: '/targets/{id}/steps',
      tags,
      request: { params },
      responses: { 200: json(TargetStepsView, 'What happened to it, and who answered what'), ...refusals },
    }),
    async (c) => {
      const row = await targets.get(db, c.get('actor'), c.req.valid('param').id);
      return c.json(await stepsView(db, c.get('actor'), row), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/targets/{id}/submit',
      tags,
      request: { params, body: body(TargetReason) },
      responses: { 200: json(TargetView, 'With its people'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = c.req.valid('param');
      const row = await clashing(c, submitTarget(deps, actor, id, versionSeen(c), c.req.valid('json').reason));
      return c.json(view(actor, row), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/targets/{id}/withdraw',
      tags,
      request: { params, body: body(TargetReason) },
      responses: { 200: json(TargetView, 'A draft again'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = c.req.valid('param');
      const row = await clashing(c, withdrawTarget(deps, actor, id, versionSeen(c), c.req.valid('json').reason));
      return c.json(view(actor, row), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/targets/{id}/answers',
      tags,
      request: { params, body: body(QuotaAnswer) },
      responses: { 200: json(TargetView, 'Answered'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = c.req.valid('param');
      const row = await clashing(c, answerQuota(deps, actor, id, c.req.valid('json')));
      return c.json(view(actor, row), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/targets/{id}/uphold',
      tags,
      request: { params, body: body(QuotaUpheld) },
      responses: { 200: json(TargetView, 'The quota stands'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = c.req.valid('param');
      const row = await clashing(c, upholdQuota(deps, actor, id, versionSeen(c), c.req.valid('json')));
      return c.json(view(actor, row), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/targets/{id}/amend',
      tags,
      request: { params, body: body(TargetAmendment) },
      responses: { 201: json(TargetView, 'The version that follows'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = c.req.valid('param');
      const row = await clashing(c, amendTarget(deps, actor, id, versionSeen(c), c.req.valid('json')));
      return c.json(view(actor, row), 201);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/targets/{id}/stretch',
      tags,
      request: { params, body: body(TargetStretch) },
      responses: { 200: json(TargetView, 'With its stretch level'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = c.req.valid('param');
      const row = await clashing(c, setStretch(deps, actor, id, versionSeen(c), c.req.valid('json').stretch));
      return c.json(view(actor, row), 200);
    },
  );
}
