import { createRoute, z } from '@hono/zod-openapi';
import { DuplicatesAnswer, DuplicatesQuery, MergeQuery, MergeView, NewMerge } from '@milepost/contract/merges';
import { Id } from '@milepost/contract/scalars';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { MergeTable } from '../../db/tables/records.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, refusals } from '../../http/app.ts';
import { duplicatesIn } from './duplicates-store.ts';
import { mergeRecords } from './merge-records.ts';
import { mergeStores } from './merge-stores.ts';
import { merges } from './store.ts';
import { undoMerge } from './undo-merge.ts';

/** Records that may be one, merging them, and taking that back. */
export function mergeRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  const views = async (actor: Actor, rows: readonly MergeTable[]): Promise<MergeView[]> => {
    const names = await namesOf(db, actor, {
      person: rows.map((row) => row.person_id),
      account: rows.filter(({ kind }) => kind === 'account').flatMap((row) => [row.survivor_id, row.merged_id]),
      contact: rows.filter(({ kind }) => kind === 'contact').flatMap((row) => [row.survivor_id, row.merged_id]),
      lead: rows.filter(({ kind }) => kind === 'lead').flatMap((row) => [row.survivor_id, row.merged_id]),
    });
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      at: row.at,
      survivor: nameOf(names[row.kind], row.survivor_id),
      merged: { id: row.merged_id, name: names[row.kind].get(row.merged_id) ?? '' },
      movedCount: merges.movedOf(row).rows.reduce((sum, { ids }) => sum + ids.length, 0),
      person: nameOf(names.person, row.person_id),
      undoneAt: row.undone_at,
    }));
  };
  const one = async (actor: Actor, row: MergeTable) => (await views(actor, [row]))[0] as MergeView;

  app.openapi(
    createRoute({
      method: 'get',
      path: '/duplicates',
      tags: ['merges'],
      summary: 'Pairs of records in sight that may be one',
      request: { query: DuplicatesQuery },
      responses: { 200: json(DuplicatesAnswer, 'The surest first'), ...refusals },
    }),
    async (c) => c.json(await duplicatesIn(db, c.get('actor'), c.req.valid('query').kind), 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/merges',
      tags: ['merges'],
      summary: 'What was merged into a record and still is',
      request: { query: MergeQuery },
      responses: { 200: json(z.object({ items: z.array(MergeView) }), 'The newest first'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { kind, survivorId } = c.req.valid('query');
      await mergeStores[kind].get(db, actor, survivorId);
      return c.json({ items: await views(actor, await merges.into(db, actor.orgId, kind, survivorId)) }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/merges',
      tags: ['merges'],
      summary: 'Make one record of two, once per id',
      request: { body: body(NewMerge) },
      responses: { 201: json(MergeView, 'Merged'), 200: json(MergeView, 'Was merged already'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { row, isNew } = await mergeRecords(deps, actor, c.req.valid('json'));
      return c.json(await one(actor, row), isNew ? 201 : 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/merges/{id}/undo',
      tags: ['merges'],
      summary: 'Take a merge back',
      request: { params: z.object({ id: Id }) },
      responses: { 200: json(MergeView, 'Two records again'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await one(actor, await undoMerge(deps, actor, c.req.valid('param').id)), 200);
    },
  );
}
