import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  NewRateTarget,
  RateAmendment,
  RateEdits,
  RateQuery,
  RateTargetView,
  RateWhyQuery,
} from '@milepost/contract/rate-targets';
import { Id } from '@milepost/contract/scalars';
import { TargetView } from '@milepost/contract/targets';
import type { Actor } from '../../auth/actor.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyManagers, refusals, versionSeen } from '../../http/app.ts';
import { explainRate } from './explain-rate.ts';
import { amendRates, makeRateTarget, stateRates } from './make-rate-target.ts';
import { rateView } from './rate-view.ts';
import { showingBoth } from './showing-both.ts';
import { targets } from './store.ts';
import { targetViews } from './views.ts';

const params = z.object({ id: Id });
const tags = ['target'];

/** Targets of measures that are a share: stated, inherited, compared. */
export function rateRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const view = (actor: Actor, row: TargetTable) => targetViews(actor, [row])[0] as TargetView;
  const clashing = showingBoth(deps);
  const at = (actor: Actor) => ({ today: clock.today(actor.organisation.timeZone), now: clock.now() });

  app.openapi(
    createRoute({
      method: 'post',
      path: '/rate-targets',
      tags,
      summary: 'State what share is wanted of a year',
      middleware: onlyManagers,
      request: { body: body(NewRateTarget) },
      responses: { 201: json(TargetView, 'The draft'), ...refusals },
    }),
    async (c) => c.json(view(c.get('actor'), await makeRateTarget(deps, c.get('actor'), c.req.valid('json'))), 201),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/targets/{id}/rates',
      tags,
      summary: 'What share is wanted of whom, beside what was reached',
      request: { params, query: RateQuery },
      responses: { 200: json(RateTargetView, 'The shares'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await targets.get(db, actor, c.req.valid('param').id);
      const shown = await rateView(db, actor, row, c.req.valid('query').period, at(actor));
      return c.json(shown, 200, { etag: `"${row.version}"` });
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/targets/{id}/rates/why',
      tags,
      request: { params, query: RateWhyQuery },
      responses: { 200: json(ExplainedView, 'How a figure of the shares comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await targets.get(db, actor, c.req.valid('param').id);
      return c.json((await explainRate(db, actor, row, at(actor), c.req.valid('query'))) as never, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'put',
      path: '/targets/{id}/rates',
      tags,
      summary: 'State the shares of a draft anew',
      request: { params, body: body(RateEdits) },
      responses: { 200: json(RateTargetView, 'The shares'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = c.req.valid('param');
      const row = await clashing(c, stateRates(deps, actor, id, versionSeen(c), c.req.valid('json').rates));
      return c.json(await rateView(db, actor, row, 'year', at(actor)), 200, { etag: `"${row.version}"` });
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/targets/{id}/rates/amend',
      tags,
      summary: 'Change published shares from a day on',
      request: { params, body: body(RateAmendment) },
      responses: { 201: json(TargetView, 'The version that follows'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = c.req.valid('param');
      return c.json(
        view(actor, await clashing(c, amendRates(deps, actor, id, versionSeen(c), c.req.valid('json')))),
        201,
      );
    },
  );
}
