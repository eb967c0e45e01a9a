import { createRoute } from '@hono/zod-openapi';
import { DataSubjectPath, ErasePerson, ErasureList, ErasureView, PersonalData } from '@milepost/contract/personal-data';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { ErasureTable } from '../../db/tables/platform.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyAdmins, refusals } from '../../http/app.ts';
import { erase } from './erase.ts';
import { erasures } from './store.ts';
import { takeOut } from './take-out.ts';

/** What the house knows of somebody, and the way to erase it. For administrators, and for no key. */
export function personalDataRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  const views = async (actor: Actor, rows: readonly ErasureTable[]): Promise<ErasureView[]> => {
    const names = await namesOf(db, actor, { person: rows.map((row) => row.actor_id) });
    return rows.map(({ id, at, actor_id, subject, record_id, reason, touched }) => ({
      ...{ id, at, by: nameOf(names.person, actor_id), subject, recordId: record_id, reason },
      touched: fromJson<Record<string, number>>(touched),
    }));
  };
  app.use('/personal-data/*', onlyAdmins);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/personal-data/erasures',
      tags: ['personal data'],
      summary: 'That somebody was erased: when, by whom and why',
      responses: { 200: json(ErasureList, 'Newest first'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json({ items: await views(actor, await erasures.list(db, actor.orgId)) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/personal-data/{subject}/{id}',
      tags: ['personal data'],
      summary: 'Everything about somebody',
      request: { params: DataSubjectPath },
      responses: { 200: json(PersonalData, 'The rows, by table'), ...refusals },
    }),
    async (c) => {
      const { subject, id } = c.req.valid('param');
      const data = await takeOut(deps, c.get('actor'), subject, id);
      return c.json(data, 200, { 'content-disposition': `attachment; filename="personal-data-${id}.json"` });
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/personal-data/{subject}/{id}/erase',
      tags: ['personal data'],
      summary: 'Erase somebody, for good',
      request: { params: DataSubjectPath, body: body(ErasePerson) },
      responses: { 200: json(ErasureView, 'Erased'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await erase(deps, actor, { ...c.req.valid('param'), said: c.req.valid('json') });
      return c.json((await views(actor, [row]))[0] as ErasureView, 200);
    },
  );
}
