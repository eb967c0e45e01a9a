import { createRoute } from '@hono/zod-openapi';
import { NewProduct, ProductPatch, ProductView, ValuesInUse } from '@milepost/contract/products';
import type { Deps } from '../../deps.ts';
import { type App, onlyManagers, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { changeProduct, createProduct } from './save-product.ts';
import { products } from './store.ts';
import { linesInUse, segmentsInUse } from './values-in-use-store.ts';
import { productViews } from './views.ts';

const valuesInUse = { description: 'Values in use', content: { 'application/json': { schema: ValuesInUse } } };

export function productRoutes(app: App, deps: Deps): void {
  app.on(['POST', 'PATCH'], ['/products', '/products/*'], onlyManagers);
  serveRecords<'product', ProductView, NewProduct, ProductPatch>(app, deps, {
    path: '/products',
    noun: 'product',
    schemas: { view: ProductView, create: NewProduct, patch: ProductPatch },
    store: products,
    views: productViews,
    create: createProduct,
    change: changeProduct,
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/lines',
      tags: ['product'],
      summary: 'Product lines, with the number of products of each',
      responses: { 200: valuesInUse, ...refusals },
    }),
    async (c) => c.json(await linesInUse(deps.db, c.get('actor')), 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/segments',
      tags: ['account'],
      summary: 'Customer segments, with the number of accounts of each',
      responses: { 200: valuesInUse, ...refusals },
    }),
    async (c) => c.json(await segmentsInUse(deps.db, c.get('actor')), 200),
  );
}
