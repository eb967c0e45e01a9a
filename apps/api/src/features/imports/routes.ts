import { createRoute, z } from '@hono/zod-openapi';
import {
  ImportList,
  ImportPreview,
  ImportReport,
  ImportUndone,
  ImportView,
  importKinds,
  LikelyAccepted,
  LikelyAnswer,
} from '@milepost/contract/imports';
import { Id } from '@milepost/contract/scalars';
import { bodyLimit } from 'hono/body-limit';
import { stream } from 'hono/streaming';
import type { Deps } from '../../deps.ts';
import { type App, onlyManagers, refusals } from '../../http/app.ts';
import { Failure, problemOf } from '../../http/failure.ts';
import { acceptLikely } from './accept-likely.ts';
import { findImport, reportOf, seesImport } from './find-import.ts';
import { previewImport } from './plan-import.ts';
import { demandImporter, type ImportToRun, runImport } from './run-import.ts';
import { imports } from './store.ts';
import { undoImport } from './undo-import.ts';
import { readUpload, type UploadForm } from './uploads.ts';
import { importViews } from './views.ts';
import { csvOf } from './write-csv.ts';

/** What a request may bring that holds a file. */
export const largestUpload = 200 * 1024 * 1024;

const params = z.object({ id: Id });
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
const form = z.object({
  file: z.custom<File>((value) => value instanceof File, 'a file').openapi({ type: 'string', format: 'binary' }),
  kind: z.enum(importKinds),
  mapping: z.string().optional().openapi({ description: 'JSON: column header → field, or null' }),
  options: z.string().optional().openapi({ description: 'JSON: unit, dateFormat, decimalMark, lookups, …' }),
  acceptLikely: z.enum(['0', '1', 'true', 'false']).optional(),
  dryRun: z.enum(['0', '1', 'true', 'false']).optional(),
});
const upload = { body: { required: true, content: { 'multipart/form-data': { schema: form } } } } as const;
const about = (method: 'get' | 'post', path: string, summary: string) => ({ method, path, tags: ['import'], summary });

/** Imports: preview, run with progress, read, rejected rows, accept likely names, undo. For managers and administrators. */
export function importRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  app.use('/imports', onlyManagers);
  app.use('/imports/*', onlyManagers);
  const limit = bodyLimit({
    maxSize: largestUpload,
    onError: () => {
      throw new Failure('too-large');
    },
  });
  app.use('/imports', limit);
  app.use('/imports/*', limit);
  app.openapi(
    createRoute({
      ...about('post', '/imports/preview', 'What a file would become: proposed mapping, first rows, open questions'),
      request: upload,
      responses: { 200: json(ImportPreview, 'The preview'), ...refusals },
    }),
    async (c) => {
      const file = await readUpload(c.req.valid('form') as UploadForm);
      demandImporter(c.get('actor'), file.kind);
      return c.json(await previewImport(file, c.get('actor').organisation), 200);
    },
  );
  app.openapi(
    createRoute({
      ...about(
        'post',
        '/imports',
        'Import a file; with Accept: application/x-ndjson as lines of progress, then the report',
      ),
      request: upload,
      responses: {
        200: {
          description: 'The report',
          content: { 'application/json': { schema: ImportReport }, 'application/x-ndjson': { schema: z.string() } },
        },
        ...refusals,
      },
    }),
    async (c) => {
      const actor = c.get('actor');
      const file = await readUpload(c.req.valid('form') as UploadForm);
      demandImporter(actor, file.kind);
      if (!c.req.header('accept')?.includes('application/x-ndjson'))
        return c.json(await runImport(deps, actor, file), 200) as never;
      c.header('content-type', 'application/x-ndjson');
      return stream(c, async (out) => {
        const say = async (line: unknown): Promise<void> => {
          await out.write(`${JSON.stringify(line)}\n`);
        };
        await runSaying(file, say);
      }) as never;

      async function runSaying(running: ImportToRun, say: (line: unknown) => Promise<void>): Promise<void> {
        try {
          let said: Promise<void> = Promise.resolve();
          const onProgress = (progress: { done: number; total: number }) => {
            said = said.then(() => say(progress));
          };
          const report = await runImport(deps, actor, { ...running, onProgress });
          await said;
          await say({ report });
        } catch (error) {
          // The answer has begun: a refusal is its last line.
          if (error instanceof Failure) return say({ failure: problemOf(error.code, error.more) });
          const incident = deps.newId();
          deps.log.error({ incident, err: error, path: c.req.path }, 'unexpected');
          return say({ failure: problemOf('internal', { incident }) });
        }
      }
    },
  );
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
