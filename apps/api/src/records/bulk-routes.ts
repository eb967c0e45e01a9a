import { createRoute } from '@hono/zod-openapi';
import { BulkEdit, BulkResult } from '@milepost/contract/bulk-edit';
import type { FieldSubject } from '@milepost/contract/fields';
import type { Deps } from '../deps.ts';
import { type App, body, json, refusals } from '../http/app.ts';
import { bulkEdit } from './bulk-edit.ts';

const paths: Readonly<Record<string, FieldSubject>> = {
  accounts: 'account',
  contacts: 'contact',
  leads: 'lead',
  opportunities: 'opportunity',
};

/** Many records of a list changed at once, each by itself. */
export function bulkRoutes(app: App, deps: Deps): void {
  for (const [path, subject] of Object.entries(paths))
    app.openapi(
      createRoute({
        method: 'post',
        path: `/${path}/bulk`,
        tags: [subject],
        summary: `Do the same to many ${path} at once`,
        request: { body: body(BulkEdit) },
        responses: { 200: json(BulkResult, 'What became of each'), ...refusals },
      }),
      async (c) => c.json(await bulkEdit(deps, c.get('actor'), subject, c.req.valid('json')), 200) as never,
    );
}
