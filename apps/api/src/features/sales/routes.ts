import { createRoute, z } from '@hono/zod-openapi';
import { CreditView, NewSale, SaleCredits, SalePatch, SaleView } from '@milepost/contract/sales';
import { Id } from '@milepost/contract/scalars';
import { standingSums } from '@milepost/core/sales/standing-sums';
import type { Deps } from '../../deps.ts';
import { type App, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { books } from './books-store.ts';
import { credits } from './credit-store.ts';
import { changeSale, createSale, restoreSale, withdrawSale } from './save-sale.ts';
import { sales } from './store.ts';
import { creditViews, saleViews } from './views.ts';

const params = z.object({ id: Id });

export function saleRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  serveRecords<'sale', SaleView, NewSale, SalePatch>(app, deps, {
    path: '/sales',
    noun: 'sale',
    schemas: { view: SaleView, create: NewSale, patch: SalePatch },
    store: sales,
    views: saleViews,
    create: createSale,
    change: changeSale,
    archive: withdrawSale,
    restore: restoreSale,
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/sales/{id}/credits',
      tags: ['sale'],
      summary: 'All that a sale did to the books, oldest first',
      request: { params },
      responses: {
        200: { description: 'Its credits', content: { 'application/json': { schema: SaleCredits } } },
        ...refusals,
      },
    }),
    async (c) => {
      const actor = c.get('actor');
      const sale = await sales.get(db, actor, c.req.valid('param').id);
      const rows = await books.creditsOf(db, actor.orgId, [sale.id]);
      const items = await creditViews(db, actor, rows);
      const standing = standingSums(items.map((credit) => ({ ...credit, reverses: credit.reversesId })));
      return c.json({ items, standing }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/credits/{id}',
      tags: ['sale'],
      summary: 'Read a line of the books',
      request: { params },
      responses: {
        200: { description: 'The credit', content: { 'application/json': { schema: CreditView } } },
        ...refusals,
      },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await credits.get(db, actor, c.req.valid('param').id);
      return c.json((await creditViews(db, actor, [row]))[0] as CreditView, 200);
    },
  );
}
