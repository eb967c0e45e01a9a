import { createRoute, z } from '@hono/zod-openapi';
import type { Condition } from '@milepost/contract/page';
import { Id } from '@milepost/contract/scalars';
import { NewSavedView, SavedViewPatch, SavedViewView } from '@milepost/contract/views';
import type { Actor } from '../../auth/actor.ts';
import { isSet } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { SavedViewTable } from '../../db/tables/changes.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { definitionOf, viewColumns, views } from './store.ts';

/** Saved views of lists. A shared one is read by everybody and changed by who made it. */
export function viewRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  const wire = async (actor: Actor, rows: readonly SavedViewTable[]): Promise<SavedViewView[]> => {
    const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
    return rows.map((row) => {
      const { conditions, sort, columns } = definitionOf(row);
      return {
        ...recordFields(row),
        subject: row.subject,
        name: row.name,
        isShared: isSet(row.is_shared),
        conditions: conditions as Condition[],
        sort,
        columns,
        person: nameOf(names.person, row.person_id),
        isMine: row.person_id === actor.personId,
      };
    });
  };
  const one = async (actor: Actor, row: SavedViewTable) => (await wire(actor, [row]))[0] as SavedViewView;
  const mine = async (actor: Actor, id: string) => {
    const row = await views.get(db, actor, id);
    if (row.person_id !== actor.personId) throw new Failure('not-found');
    return row;
  };

  app.openapi(
    createRoute({
      method: 'get',
      path: '/views',
      tags: ['views'],
      request: { query: z.object({ subject: z.string().max(40) }) },
      responses: { 200: json(z.object({ items: z.array(SavedViewView) }), 'Own and shared views'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json({ items: await wire(actor, await views.of(db, actor, c.req.valid('query').subject)) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/views',
      tags: ['views'],
      request: { body: body(NewSavedView) },
      responses: { 201: json(SavedViewView, 'Saved'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id, subject, ...rest } = c.req.valid('json');
      const { row } = await deps.transact(actor, (work) =>
        views.create(work, { ...viewColumns(rest), id, subject, person_id: actor.personId ?? '' } as Parameters<
          typeof views.create
        >[1]),
      );
      return c.json(await one(actor, row), 201);
    },
  );
  app.openapi(
    createRoute({
      method: 'patch',
      path: '/views/{id}',
      tags: ['views'],
      request: { params: z.object({ id: Id }), body: body(SavedViewPatch) },
      responses: { 200: json(SavedViewView, 'Changed'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const before = await mine(actor, c.req.valid('param').id);
      const patch = c.req.valid('json');
      const row = await deps.transact(actor, (work) =>
        views.update(work, before.id, versionSeen(c), viewColumns(patch, before)),
      );
      return c.json(await one(actor, row), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/views/{id}/archive',
      tags: ['views'],
      request: { params: z.object({ id: Id }) },
      responses: { 200: json(SavedViewView, 'Taken away'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const before = await mine(actor, c.req.valid('param').id);
      return c.json(
        await one(actor, await deps.transact(actor, (work) => views.archive(work, before.id, versionSeen(c)))),
        200,
      );
    },
  );
}
