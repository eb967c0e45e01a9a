import { createRoute } from '@hono/zod-openapi';
import { CustomFieldPatch, CustomFieldView, NewCustomField, TagQuery, TagsInUse } from '@milepost/contract/fields';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyAdmins, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { changeCustomField, createCustomField, restoreCustomField } from './save-custom-field.ts';
import { customFields } from './store.ts';
import { tagsInUse } from './tags-store.ts';
import { customFieldViews } from './views.ts';

/** Custom fields: everybody reads them, administrators write them. Tags: those in use. */
export function fieldRoutes(app: App, deps: Deps): void {
  app.on(['POST', 'PATCH'], ['/custom-fields', '/custom-fields/*'], onlyAdmins);
  serveRecords<'custom_field', CustomFieldView, NewCustomField, CustomFieldPatch>(app, deps, {
    path: '/custom-fields',
    noun: 'custom-field',
    schemas: { view: CustomFieldView, create: NewCustomField, patch: CustomFieldPatch },
    store: customFields,
    views: customFieldViews,
    create: createCustomField,
    change: changeCustomField,
    restore: restoreCustomField,
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/tags',
      tags: ['tag'],
      summary: 'Tags in use on records in sight, the commonest first',
      request: { query: TagQuery },
      responses: { 200: json(TagsInUse, 'At most twenty'), ...refusals },
    }),
    async (c) => c.json({ items: await tagsInUse(deps.db, c.get('actor'), c.req.valid('query')) }, 200),
  );
}
