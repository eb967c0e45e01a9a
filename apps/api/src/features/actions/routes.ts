import { createRoute, z } from '@hono/zod-openapi';
import { ActionPatch, ActionView, NewAction } from '@milepost/contract/actions';
import { ExplainedView } from '@milepost/contract/explain';
import { Id } from '@milepost/contract/scalars';
import { derive, record } from '@milepost/core/explain/derive';
import { planningOf } from '@milepost/core/targets/measures';
import type { Deps } from '../../deps.ts';
import { type App, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { changeAction, checkAction, createAction, restoreAction } from './save-action.ts';
import { actions } from './store.ts';
import { actionViews } from './views.ts';

const params = z.object({ id: Id });

export function actionRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  serveRecords<'action', ActionView, NewAction, ActionPatch>(app, deps, {
    path: '/actions',
    noun: 'action',
    schemas: { view: ActionView, create: NewAction, patch: ActionPatch },
    store: actions,
    views: actionViews,
    create: createAction,
    change: changeAction,
    restore: restoreAction,
  });
  app.openapi(
    createRoute({
      method: 'post',
      path: '/actions/{id}/check',
      tags: ['action'],
      summary: 'Check an action against the books of today',
      request: { params },
      responses: {
        200: { description: 'The action', content: { 'application/json': { schema: ActionView } } },
        ...refusals,
      },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { id } = c.req.valid('param');
      try {
        const row = await checkAction(deps, actor, id, versionSeen(c));
        return c.json((await actionViews(db, actor, [row]))[0] as ActionView, 200);
      } catch (error) {
        if (!(error instanceof Failure && error.code === 'version-clash')) throw error;
        const [current] = await actionViews(db, actor, [await actions.get(db, actor, id)]);
        throw new Failure('version-clash', { current });
      }
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/actions/{id}/why',
      tags: ['action'],
      summary: 'How the effect of an action comes about',
      request: { params },
      responses: {
        200: { description: 'Its derivation', content: { 'application/json': { schema: ExplainedView } } },
        ...refusals,
      },
    }),
    async (c) => {
      const row = await actions.get(db, c.get('actor'), c.req.valid('param').id);
      const { opened_variance_minor: opened, checked_variance_minor: checked } = row;
      if (opened === null || checked === null) throw new Failure('not-found');
      const { unit } = planningOf[row.measure];
      const why = derive('difference', { rule: 'actions.effect', unit }, [
        record('action-variance', row.id, checked, unit, row.checked_on ?? ''),
        record('action-variance', row.id, opened, unit, row.opened_on),
      ]);
      return c.json({ why, asOf: clock.now() } as never, 200);
    },
  );
}
