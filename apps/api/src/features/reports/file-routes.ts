import { createRoute, z } from '@hono/zod-openapi';
import { EditionFileQuery, type EditionReading, type EditionView } from '@milepost/contract/reports';
import { Id } from '@milepost/contract/scalars';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { Deps } from '../../deps.ts';
import { type App, type Env, refusals } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { editionFormats } from './edition-formats.ts';
import type { EditionOnPaper } from './edition-paper.ts';
import { editionPdf } from './edition-pdf.ts';
import { editionWords } from './edition-words.ts';
import { editionWorkbook } from './edition-workbook.ts';
import { readEdition } from './read-edition.ts';
import { editionComments, editions } from './store.ts';
import { editionCommentViews, editionViewsOn } from './views.ts';

const request = { params: z.object({ id: Id }), query: EditionFileQuery };
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `weekly-report-2026-03-09.pdf`: no name of anybody stands in it. */
const fileNameOf = ({ content }: EditionReading, ending: string): string =>
  `${content.kind === 'week' ? 'weekly' : 'monthly'}-report-${content.startsOn}.${ending}`;

/** An edition as files: the frozen content, or the draft as it stands, in the language that is asked for. */
export function fileRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const onPaper = async (c: Context<Env>, id: string, locale: z.infer<typeof EditionFileQuery>['locale']) => {
    const actor = c.get('actor');
    const { organisation } = actor;
    const row = await editions.get(db, actor, id);
    const today = clock.today(organisation.timeZone);
    const [view] = await editionViewsOn(() => today)(db, actor, [row]);
    const reading = await readEdition(db, row, view as EditionView, { today, now: clock.now() });
    const said = await editionComments.about(db, actor.orgId, row.id);
    const language = locale ?? organisation.locale;
    return {
      ...{ reading, comments: await editionCommentViews(db, actor, said), locale: language },
      ...{ words: editionWords(language), formats: editionFormats(language, organisation, reading.content) },
    } satisfies EditionOnPaper;
  };
  app.openapi(
    createRoute({
      method: 'get',
      path: '/editions/{id}/report.pdf',
      tags: ['edition'],
      summary: 'An edition on paper',
      request,
      responses: {
        200: { description: 'A file', content: { 'application/pdf': { schema: z.string() } } },
        ...refusals,
      },
    }),
    async (c) => {
      const paper = await onPaper(c, c.req.valid('param').id, c.req.valid('query').locale);
      const bytes = await editionPdf(paper);
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${fileNameOf(paper.reading, 'pdf')}"`,
        'cache-control': 'private, no-store',
      }) as never;
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/editions/{id}/report.xlsx',
      tags: ['edition'],
      summary: 'An edition as a workbook',
      request,
      responses: { 200: { description: 'A file', content: { [xlsx]: { schema: z.string() } } }, ...refusals },
    }),
    async (c) => {
      const paper = await onPaper(c, c.req.valid('param').id, c.req.valid('query').locale);
      c.header('content-type', xlsx);
      c.header('content-disposition', `attachment; filename="${fileNameOf(paper.reading, 'xlsx')}"`);
      c.header('cache-control', 'private, no-store');
      return stream(c, async (out) => {
        for await (const piece of editionWorkbook(paper)) await out.write(piece);
      }) as never;
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/editions/{id}/content.json',
      tags: ['edition'],
      summary: 'The frozen bytes of an edition, of which its hash is the SHA-256',
      request: { params: request.params },
      responses: {
        200: { description: 'The bytes', content: { 'application/json': { schema: z.string() } } },
        ...refusals,
      },
    }),
    async (c) => {
      const row = await editions.get(db, c.get('actor'), c.req.valid('param').id);
      const bytes = await editions.contentOf(db, row.org_id, row.id);
      if (bytes === undefined) throw new Failure('not-found');
      return c.body(bytes, 200, { 'content-type': 'application/json', 'cache-control': 'private, no-store' }) as never;
    },
  );
}
