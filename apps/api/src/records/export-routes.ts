import { createRoute, z } from '@hono/zod-openapi';
import { exportedLists, exportFormatsOf } from '@milepost/contract/imports';
import { ListQuery } from '@milepost/contract/page';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { Deps } from '../deps.ts';
import { type App, onlyAdmins, refusals } from '../http/app.ts';
import { everythingOf } from './export-everything.ts';
import { exportFiles } from './export-files.ts';
import { exportKindsAt } from './export-kinds.ts';

/** Answers a file piece by piece. Its first pieces are read before the answer begins, so that a refusal is still one. */
async function download(
  c: Context,
  pieces: AsyncGenerator<string | Uint8Array>,
  { fileName, mediaType, ahead = 2 }: { fileName: string; mediaType: string; ahead?: number },
) {
  const first: (string | Uint8Array)[] = [];
  while (first.length < ahead) {
    const { value, done } = await pieces.next();
    if (done) break;
    first.push(value);
  }
  c.header('content-type', mediaType);
  c.header('content-disposition', `attachment; filename="${fileName}"`);
  return stream(c, async (out) => {
    for (const piece of first) await out.write(piece);
    for await (const piece of pieces) await out.write(piece);
  });
}

/** Lists as files: what the asker sees, by the same search and filter as on the screen; and everything, for administrators. */
export function exportRoutes(app: App, { db, clock, files }: Deps): void {
  const kinds = exportKindsAt(() => clock.now());
  for (const list of exportedLists)
    for (const format of exportFormatsOf(list)) {
      const { mediaType, write } = exportFiles[format];
      app.openapi(
        createRoute({
          method: 'get',
          path: `/export/${list}.${format}`,
          tags: ['export'],
          summary: `All ${list} in sight as ${format}`,
          request: { query: ListQuery.pick({ q: true, filter: true, archived: true }) },
          responses: {
            200: { description: 'A file', content: { [mediaType.split(';')[0] ?? mediaType]: { schema: z.string() } } },
            ...refusals,
          },
        }),
        async (c) => {
          const kind = kinds[list];
          const actor = c.get('actor');
          const records = kind.each(db, actor, c.req.valid('query'));
          const pieces = write(list, await kind.header(db, actor), records);
          return (await download(c, pieces, { fileName: `${list}.${format}`, mediaType })) as never;
        },
      );
    }
  app.use('/export/everything.zip', onlyAdmins);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/export/everything.zip',
      tags: ['export'],
      summary: 'Everything the organisation has: lists as CSV, tables as JSON lines',
      responses: {
        200: { description: 'An archive', content: { 'application/zip': { schema: z.string() } } },
        ...refusals,
      },
    }),
    async (c) => {
      const now = clock.now();
      const pieces = everythingOf({ db, files }, c.get('actor'), now);
      const fileName = `milepost-${now.slice(0, 10)}.zip`;
      return (await download(c, pieces, { fileName, mediaType: 'application/zip' })) as never;
    },
  );
}
