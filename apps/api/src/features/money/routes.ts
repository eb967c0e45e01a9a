import { createRoute } from '@hono/zod-openapi';
import { NewRate, RatePatch, RateView } from '@milepost/contract/money';
import { ValuesInUse } from '@milepost/contract/products';
import type { Deps } from '../../deps.ts';
import { type App, onlyAdmins, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
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
