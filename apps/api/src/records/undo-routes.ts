import { createRoute, z } from '@hono/zod-openapi';
import { ChangeSetList, ChangeSetUndone, type ChangeSetView } from '@milepost/contract/changes';
import { Id } from '@milepost/contract/scalars';
import type { Actor } from '../auth/actor.ts';
import type { ChangeTable } from '../db/tables/changes.ts';
import type { Deps } from '../deps.ts';
import { changeSets } from '../features/changes/set-store.ts';
import { changeViews } from '../features/changes/views.ts';
import { type App, json, refusals } from '../http/app.ts';
import { standOf, touchedBy, undoSet } from './undo-set.ts';

const mostTold = 5;

async function setView(
  { db }: Deps,
  actor: Actor,
  { id, changes, isUndone }: { id: string; changes: readonly ChangeTable[]; isUndone: boolean },
): Promise<ChangeSetView> {
  const touched = touchedBy(changes);
  const isOvertaken =
    touched !== null && !isUndone && (await standOf({ db: db as never, actor }, touched)).overtaken.length > 0;
  return {
    id,
    at: changes[0]?.at ?? '',
    count: changes.length,
    changes: await changeViews(db, actor, changes.slice(0, mostTold)),
    state: isUndone ? 'undone' : touched === null ? 'closed' : isOvertaken ? 'overtaken' : 'open',
  };
}

/** What one did last, in sets, and the way to take each back. */
export function undoRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  app.openapi(
    createRoute({
      method: 'get',
      path: '/changes/sets',
      tags: ['changes'],
      summary: 'What you did last, and whether it can be taken back',
      request: { query: z.object({ limit: z.coerce.number().int().min(1).max(50).default(20) }) },
      responses: { 200: json(ChangeSetList, 'Newest first'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const ids = await changeSets.latest(db, actor, c.req.valid('query').limit);
      const bySet = Map.groupBy(await changeSets.of(db, actor, ids), ({ set_id }) => set_id ?? '');
      const undone = await changeSets.undone(db, actor.orgId, ids);
      const items = await Promise.all(
        ids.map((id) => setView(deps, actor, { id, changes: bySet.get(id) ?? [], isUndone: undone.has(id) })),
      );
      return c.json({ items }, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/changes/sets/{id}/undo',
      tags: ['changes'],
      summary: 'Take back what you did, while nothing of it was changed since',
      request: { params: z.object({ id: Id }) },
      responses: { 200: json(ChangeSetUndone, 'How many records'), ...refusals },
    }),
    async (c) => c.json(await undoSet(deps, c.get('actor'), c.req.valid('param').id), 200),
  );
}
