import { createRoute } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  ForecastQuery,
  ForecastView,
  ForecastWhyQuery,
  MovementQuery,
  MovementView,
  MovementWhyQuery,
  NewOverride,
  NewSubmission,
  OverridePatch,
  OverrideView,
  SubmissionView,
} from '@milepost/contract/forecast';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyManagers, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { explainForecast } from './explain-forecast.ts';
import { readForecast } from './read-forecast.ts';
import { explainMovement, readMovement } from './read-movement.ts';
import { changeOverride, createOverride, submitForecast, withdrawOverride } from './save-forecast.ts';
import { overrides } from './store.ts';
import { overrideViews, submissionViews } from './views.ts';

export function forecastRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const todayOf = (actor: Actor): string => clock.today(actor.organisation.timeZone);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/forecast',
      tags: ['forecast'],
      summary: 'The forecast of a period by rep or team',
      request: { query: ForecastQuery },
      responses: { 200: json(ForecastView, 'Books, categories, model, overrides and submissions'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readForecast(db, actor, todayOf(actor), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/forecast/why',
      tags: ['forecast'],
      request: { query: ForecastWhyQuery },
      responses: { 200: json(ExplainedView, 'How a figure of a forecast comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = { today: todayOf(actor), now: clock.now() };
      return c.json((await explainForecast(db, actor, at, c.req.valid('query'))) as never, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/forecast/movement',
      tags: ['forecast'],
      summary: 'What moved the pipeline of a period since a snapshot',
      request: { query: MovementQuery },
      responses: { 200: json(MovementView, 'The bridge from then to now'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readMovement(db, actor, todayOf(actor), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/forecast/movement/why',
      tags: ['forecast'],
      request: { query: MovementWhyQuery },
      responses: { 200: json(ExplainedView, 'How a part of the movement comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = { today: todayOf(actor), now: clock.now() };
      return c.json((await explainMovement(db, actor, at, c.req.valid('query'))) as never, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/forecast/submissions',
      tags: ['forecast'],
      summary: 'Stand for a number',
      request: { body: body(NewSubmission) },
      responses: { 201: json(SubmissionView, 'Submitted'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { row } = await submitForecast(deps, actor, c.req.valid('json'));
      const [view] = await submissionViews(db, actor, [row]);
      return c.json(view as SubmissionView, 201);
    },
  );
  app.on(['POST', 'PATCH'], ['/forecast-overrides', '/forecast-overrides/*'], onlyManagers);
  serveRecords<'forecast_override', OverrideView, NewOverride, OverridePatch>(app, deps, {
    path: '/forecast-overrides',
    noun: 'forecast override',
    schemas: { view: OverrideView, create: NewOverride, patch: OverridePatch },
    store: overrides,
    views: overrideViews,
    create: createOverride,
    change: changeOverride,
    archive: withdrawOverride,
  });
}
