import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  MixPlanPatch,
  MixPlanView,
  MixProposalQuery,
  MixProposalView,
  MixSolutionView,
  MixToDateView,
  MixWhyQuery,
  NewMixPlan,
} from '@milepost/contract/mix';
import { Id } from '@milepost/contract/scalars';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyManagers, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { explainMix } from './explain-mix.ts';
import { proposeMix } from './propose-mix.ts';
import { readMixToDate } from './read-mix-to-date.ts';
import { changeMixPlan, createMixPlan, restoreMixPlan } from './save-mix-plan.ts';
import { solveMixPlan } from './solve-mix-plan.ts';
import { mixPlans } from './store.ts';
import { mixPlanViews } from './views.ts';

const params = z.object({ id: Id });
const tags = ['mix'];

export function mixRoutes(app: App, deps: Deps): void {
  const { db, clock, solver } = deps;
  app.on(['POST', 'PATCH'], ['/mix', '/mix/*'], onlyManagers);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/mix/proposal',
      tags,
      middleware: onlyManagers,
      request: { query: MixProposalQuery },
      responses: { 200: json(MixProposalView, 'What a mix could begin with'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const today = clock.today(actor.organisation.timeZone);
      return c.json(await proposeMix(db, actor, c.req.valid('query'), today), 200);
    },
  );
  serveRecords<'mix_plan', MixPlanView, NewMixPlan, MixPlanPatch>(app, deps, {
    path: '/mix',
    noun: 'mix',
    schemas: { view: MixPlanView, create: NewMixPlan, patch: MixPlanPatch },
    store: mixPlans,
    views: mixPlanViews,
    create: createMixPlan,
    change: changeMixPlan,
    restore: restoreMixPlan,
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/mix/{id}/solution',
      tags,
      request: { params },
      responses: { 200: json(MixSolutionView, 'The best mix, or why there is none'), ...refusals },
    }),
    async (c) => {
      const row = await mixPlans.get(db, c.get('actor'), c.req.valid('param').id);
      return c.json(await solveMixPlan(row, solver), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/mix/{id}/to-date',
      tags,
      request: { params },
      responses: { 200: json(MixToDateView, 'The mix so far beside the plan'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await mixPlans.get(db, actor, c.req.valid('param').id);
      const today = clock.today(actor.organisation.timeZone);
      return c.json(await readMixToDate(db, actor, row, { today, solver }), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/mix/{id}/why',
      tags,
      request: { params, query: MixWhyQuery },
      responses: { 200: json(ExplainedView, 'How a figure of the mix comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await mixPlans.get(db, actor, c.req.valid('param').id);
      const at = { today: clock.today(actor.organisation.timeZone), now: clock.now(), solver };
      return c.json((await explainMix(db, actor, row, c.req.valid('query'), at)) as never, 200);
    },
  );
}
