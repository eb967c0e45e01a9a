import { createRoute, z } from '@hono/zod-openapi';
import { ImportList, ImportUndone, ImportView, LikelyAccepted, LikelyAnswer } from '@milepost/contract/imports';
import { Id } from '@milepost/contract/scalars';
import { bodyLimit } from 'hono/body-limit';
import { stream } from 'hono/streaming';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyManagers, refusals } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { acceptLikely } from './accept-likely.ts';
import { findImport, reportOf, seesImport } from './find-import.ts';
import { imports } from './store.ts';
import { undoImport } from './undo-import.ts';
import { uploadRoutes } from './upload-routes.ts';
import { largestUpload } from './uploads.ts';
import { importViews } from './views.ts';
import { csvOf } from './write-csv.ts';

const params = z.object({ id: Id });
const about = (method: 'get' | 'post', path: string, summary: string) => ({ method, path, tags: ['import'], summary });

/** Imports: preview, run with progress, read, rejected rows, accept likely names, undo. For managers and administrators. */
export function importRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  app.use('/imports', onlyManagers);
  app.use('/imports/*', onlyManagers);
  const limit = bodyLimit({
    // The form's own texts and marks come on top of the file.
    maxSize: largestUpload + 1024 * 1024,
    onError: () => {
      throw new Failure('too-large');
    },
  });
  app.use('/imports', limit);
  app.use('/imports/*', limit);
  uploadRoutes(app, deps);
  app.openapi(
    createRoute({
      ...about('get', '/imports', 'Imports, newest first: an administrator sees all, a manager their own'),
      responses: { 200: json(ImportList, 'The newest two hundred'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const rows = (await imports.list(db, actor.orgId)).filter((row) => seesImport(actor, row));
      return c.json({ items: await importViews(db, actor, rows) }, 200);
    },
  );
  app.openapi(
    createRoute({
      ...about('get', '/imports/{id}', 'Read an import with its report'),
      request: { params },
      responses: { 200: json(ImportView, 'The import'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await findImport(db, actor, c.req.valid('param').id);
      return c.json((await importViews(db, actor, [row]))[0] as ImportView, 200);
    },
  );
  app.openapi(
    createRoute({
      ...about('get', '/imports/{id}/rejected.csv', 'Rows that were kept out, with column, value and reason'),
      request: { params },
      responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } }, ...refusals },
    }),
    async (c) => {
      const { rejected } = reportOf(await findImport(db, c.get('actor'), c.req.valid('param').id));
      const rows = rejected.map(({ row, column, value, reason }) => [row, column, value, reason]);
      c.header('content-type', 'text/csv; charset=utf-8');
      c.header('content-disposition', 'attachment; filename="rejected.csv"');
      return stream(c, async (out) => {
        for await (const line of csvOf(['row', 'column', 'value', 'reason'], rows)) await out.write(line);
      }) as never;
    },
  );
  app.openapi(
    createRoute({
      ...about('post', '/imports/{id}/accept-likely', 'Take likely names as meant: remembered, references filled'),
      request: { params, body: { content: { 'application/json': { schema: LikelyAnswer } } } },
      responses: { 200: json(LikelyAccepted, 'What was accepted and filled'), ...refusals },
    }),
    async (c) =>
      c.json(await acceptLikely(deps, c.get('actor'), c.req.valid('param').id, c.req.valid('json') ?? {}), 200),
  );
  app.openapi(
    createRoute({
      ...about('post', '/imports/{id}/undo', 'Take a whole import back, or nothing of it'),
      request: { params },
      responses: { 200: json(ImportUndone, 'What was removed and restored'), ...refusals },
    }),
    async (c) => c.json(await undoImport(deps, c.get('actor'), c.req.valid('param').id), 200),
  );
}
