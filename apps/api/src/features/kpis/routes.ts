import { createRoute } from '@hono/zod-openapi';
import { KpiPatch, KpiStandingsQuery, KpiStandingsView, KpiView, NewKpi } from '@milepost/contract/kpis';
import type { MiddlewareHandler } from 'hono';
import type { Deps } from '../../deps.ts';
import { type App, type Env, json, onlyAdmins, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { readKpis } from './read-kpis.ts';
import { changeKpi, createKpi } from './save-kpi.ts';
import { kpis } from './store.ts';
import { kpiViews } from './views.ts';

const readsForAll: MiddlewareHandler<Env> = (c, next) => (c.req.method === 'GET' ? next() : onlyAdmins(c, next));

export function kpiRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  app.use('/kpis/*', readsForAll);
  serveRecords<'kpi', KpiView, NewKpi, KpiPatch>(app, deps, {
    path: '/kpis',
    noun: 'kpi',
    schemas: { view: KpiView, create: NewKpi as never, patch: KpiPatch },
    store: kpis,
    views: kpiViews,
    create: createKpi,
    change: changeKpi,
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/kpi-standings',
      tags: ['kpi'],
      summary: 'Where everybody in sight stands with what is wanted of their role',
      request: { query: KpiStandingsQuery },
      responses: { 200: json(KpiStandingsView, 'The KPIs in force'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = { today: clock.today(actor.organisation.timeZone), now: clock.now() };
      return c.json(await readKpis(db, actor, at, c.req.valid('query')), 200);
    },
  );
}
