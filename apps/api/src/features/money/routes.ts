import { createRoute } from '@hono/zod-openapi';
import { MissingRates, NewRate, RatePatch, RateView } from '@milepost/contract/money';
import { ValuesInUse } from '@milepost/contract/products';
import type { Deps } from '../../deps.ts';
import { type App, onlyAdmins, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { missingRates } from '../figures/store.ts';
import { changeRate, createRate, restoreRate } from './save-rate.ts';
import { currenciesInUse, rates } from './store.ts';
import { rateViews } from './views.ts';

export function moneyRoutes(app: App, deps: Deps): void {
  app.on(['POST', 'PATCH'], ['/rates', '/rates/*'], onlyAdmins);
  serveRecords<'rate', RateView, NewRate, RatePatch>(app, deps, {
    path: '/rates',
    noun: 'rate',
    schemas: { view: RateView, create: NewRate, patch: RatePatch },
    store: rates,
    views: rateViews,
    create: createRate,
    change: changeRate,
    restore: restoreRate,
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/missing-rates',
      tags: ['rate'],
      summary: 'Days and currencies in which something in sight was sold and no rate is known',
      responses: {
        200: { description: 'What is missing', content: { 'application/json': { schema: MissingRates } } },
        ...refusals,
      },
    }),
    async (c) => {
      const ever = { from: '0000-01-01', to: '9999-12-31', by: undefined, currency: undefined };
      return c.json({ items: await missingRates(deps.db, c.get('actor'), ever) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/currencies',
      tags: ['rate'],
      summary: 'Currencies that have exchange rates, with the number of rates of each',
      responses: {
        200: { description: 'Currencies', content: { 'application/json': { schema: ValuesInUse } } },
        ...refusals,
      },
    }),
    async (c) => c.json({ items: await currenciesInUse(deps.db, c.get('actor').orgId) }, 200),
  );
}
