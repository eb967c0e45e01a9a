import { createRoute, z } from '@hono/zod-openapi';
import { ImportPreview, ImportReport, importKinds } from '@milepost/contract/imports';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { Deps } from '../../deps.ts';
import { type App, type Env, refusals } from '../../http/app.ts';
import { Failure, problemOf } from '../../http/failure.ts';
import { ownFieldsOf } from './own-fields.ts';
import { previewImport } from './plan-import.ts';
import { demandImporter, type ImportToRun, runImport } from './run-import.ts';
import { receiveUpload, type Upload } from './uploads.ts';

const form = z.object({
  file: z.custom<File>((value) => value instanceof File, 'a file').openapi({ type: 'string', format: 'binary' }),
  kind: z.enum(importKinds),
  mapping: z.string().optional().openapi({ description: 'JSON: column header → field, or null' }),
  options: z.string().optional().openapi({ description: 'JSON: unit, dateFormat, decimalMark, lookups, …' }),
  acceptLikely: z.enum(['0', '1', 'true', 'false']).optional(),
  dryRun: z.enum(['0', '1', 'true', 'false']).optional(),
});
const upload = { body: { required: true, content: { 'multipart/form-data': { schema: form } } } } as const;
const about = (path: string, summary: string) => ({
  method: 'post' as const,
  path,
  tags: ['import'],
  summary,
  request: upload,
});
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });

/**
 * Routes that take a file. They are described like all others, but read the request themselves: a form that the router had parsed would
 * stand in memory whole.
 */
export function uploadRoutes(app: App, deps: Deps): void {
  app.openAPIRegistry.registerPath(
    createRoute({
      ...about('/imports/preview', 'What a file would become: proposed mapping, first rows, open questions'),
      responses: { 200: { description: 'The preview', content: json(ImportPreview) }, ...refusals },
    }),
  );
  app.post('/imports/preview', async (c) => {
    const upload = await received(c);
    try {
      const actor = c.get('actor');
      const fields = await ownFieldsOf(deps.db, actor, upload.toRun.kind);
      return c.json(await previewImport({ ...upload.toRun, fields }, actor.organisation), 200);
    } finally {
      await upload.discard();
    }
  });
  app.openAPIRegistry.registerPath(
    createRoute({
      ...about('/imports', 'Import a file; with Accept: application/x-ndjson as lines of progress, then the report'),
      responses: {
        200: {
          description: 'The report',
          content: { ...json(ImportReport), 'application/x-ndjson': { schema: z.string() } },
        },
        ...refusals,
      },
    }),
  );
  app.post('/imports', async (c) => {
    const upload = await received(c);
    if (c.req.header('accept')?.includes('application/x-ndjson')) return runSaying(c, deps, upload);
    try {
      return c.json(await runImport(deps, c.get('actor'), upload.toRun), 200);
    } finally {
      await upload.discard();
    }
  });
}

/** The upload of somebody who may import it. */
async function received(c: Context<Env>): Promise<Upload> {
  const upload = await receiveUpload(c.req.raw);
  try {
    demandImporter(c.get('actor'), upload.toRun.kind);
    return upload;
  } catch (error) {
    await upload.discard();
    throw error;
  }
}

/** Runs an import and answers as it goes: lines of progress, then the report or the refusal. */
function runSaying(c: Context<Env>, deps: Deps, { toRun, discard }: Upload): Response {
  c.header('content-type', 'application/x-ndjson');
  return stream(c, async (out) => {
    const say = async (line: unknown): Promise<void> => {
      await out.write(`${JSON.stringify(line)}\n`);
    };
    try {
      await say(await lastLine(c, deps, toRun, say));
    } finally {
      await discard();
    }
  });
}

async function lastLine(
  c: Context<Env>,
  deps: Deps,
  toRun: ImportToRun,
  say: (line: unknown) => Promise<void>,
): Promise<unknown> {
  try {
    let said: Promise<void> = Promise.resolve();
    const onProgress = (progress: { done: number; total: number }) => {
      said = said.then(() => say(progress));
    };
    const report = await runImport(deps, c.get('actor'), { ...toRun, onProgress });
    await said;
    return { report };
  } catch (error) {
    // The answer has begun: a refusal is its last line.
    if (error instanceof Failure) return { failure: problemOf(error.code, error.more) };
    const incident = deps.newId();
    deps.log.error({ incident, err: error, path: c.req.path }, 'unexpected');
    return { failure: problemOf('internal', { incident }) };
  }
}
