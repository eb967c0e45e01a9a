import { createRoute, z } from '@hono/zod-openapi';
import { AbsencesQuery, AbsencesView, HandOverPatch, HandOverView, WorkView } from '@milepost/contract/hand-over';
import { ListQuery, pageOf } from '@milepost/contract/page';
import { Id } from '@milepost/contract/scalars';
import type { Deps } from '../../deps.ts';
import { type App, body, json, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { readAbsences } from './read-absences.ts';
import { readWork } from './read-work.ts';
import { tellOfHandOver } from './save-hand-over.ts';
import { handOvers } from './store.ts';
import { handOverViews } from './views.ts';

const tags = ['hand-over'];
const one = z.object({ id: Id });
const person = z.object({ personId: Id });

export function handOverRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  app.openapi(
    createRoute({
      method: 'get',
      path: '/absences',
      tags,
      summary: 'Who is away, and who does their work',
      request: { query: AbsencesQuery },
      responses: { 200: json(AbsencesView, 'Absences'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readAbsences(db, actor, clock.today(actor.organisation.timeZone), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/absences/{personId}/work',
      tags,
      summary: 'Open work of a person, and who does it on its day',
      request: { params: person, query: AbsencesQuery },
      responses: { 200: json(WorkView, 'Work'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const asked = { ...c.req.valid('query'), ...c.req.valid('param') };
      return c.json(await readWork(db, actor, clock.today(actor.organisation.timeZone), asked), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/hand-overs',
      tags,
      summary: 'What was handed over for absences, and came back',
      request: { query: ListQuery },
      responses: { 200: json(pageOf(HandOverView), 'A page'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const page = await handOvers.list(db, actor, { sort: '-outOn', ...c.req.valid('query') });
      return c.json({ ...page, items: await handOverViews(db, actor, page.items) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'patch',
      path: '/hand-overs/{id}',
      tags,
      summary: 'Tell what was done',
      request: { params: one, body: body(HandOverPatch) },
      responses: { 200: json(HandOverView, 'Changed'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const viewOf = async (row: Parameters<typeof handOverViews>[2][number]) =>
        (await handOverViews(db, actor, [row]))[0] as HandOverView;
      try {
        const row = await tellOfHandOver(deps, actor, c.req.valid('param').id, versionSeen(c), c.req.valid('json'));
        return c.json(await viewOf(row), 200, { etag: `"${row.version}"` });
      } catch (error) {
        if (error instanceof Failure && error.code === 'version-clash' && error.more.row)
          throw new Failure('version-clash', { current: await viewOf(error.more.row as never) });
        throw error;
      }
    },
  );
}
