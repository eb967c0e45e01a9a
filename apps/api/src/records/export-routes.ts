import { createRoute, z } from '@hono/zod-openapi';
import { ListQuery } from '@milepost/contract/page';
import { stream } from 'hono/streaming';
import type { Deps } from '../deps.ts';
import { csvOf } from '../features/imports/write-csv.ts';
import { type App, refusals } from '../http/app.ts';
import { exportKinds } from './export-kinds.ts';

/** Lists as CSV that opens readable in Excel: what the asker sees, by the same search and filter as on the screen. */
export function exportRoutes(app: App, { db }: Deps): void {
  for (const [name, kind] of Object.entries(exportKinds))
    app.openapi(
      createRoute({
        method: 'get',
        path: `/export/${name}.csv`,
        tags: ['export'],
        summary: `All ${name} in sight as CSV`,
        request: { query: ListQuery.pick({ q: true, filter: true, archived: true }) },
        responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } }, ...refusals },
      }),
      async (c) => {
        const lines = csvOf(kind.header, kind.rows(db, c.get('actor'), c.req.valid('query')));
        // The first line is read before the answer begins, so that a refusal is still one.
        const [mark, first] = [await lines.next(), await lines.next()];
        c.header('content-type', 'text/csv; charset=utf-8');
        c.header('content-disposition', `attachment; filename="${name}.csv"`);
        return stream(c, async (out) => {
          for (const { value, done } of [mark, first]) if (!done) await out.write(value);
          for await (const line of lines) await out.write(line);
        }) as never;
      },
    );
}
