import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  GoalPatch,
  GoalView,
  GoalWhyQuery,
  LedProjectPatch,
  LedProjectView,
  NewGoal,
  NewLedProject,
} from '@milepost/contract/goals';
import { Id } from '@milepost/contract/scalars';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { changeGoal, createGoal } from './save-goal.ts';
import { changeProject, createProject } from './save-project.ts';
import { goals, ledProjects } from './store.ts';
import { explainGoal, goalViewsOn, ledProjectViews } from './views.ts';

export function goalRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const dayOf = (actor: Actor) => clock.today(actor.organisation.timeZone);
  serveRecords<'goal', GoalView, NewGoal, GoalPatch>(app, deps, {
    path: '/goals',
    noun: 'goal',
    schemas: { view: GoalView, create: NewGoal as z.ZodType<NewGoal>, patch: GoalPatch },
    store: goals,
    views: goalViewsOn(dayOf),
    create: createGoal,
    change: changeGoal,
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/goals/{id}/why',
      tags: ['goal'],
      request: { params: z.object({ id: Id }), query: GoalWhyQuery },
      responses: { 200: json(ExplainedView, 'How a figure of a goal comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const asked = { ...c.req.valid('query'), ...c.req.valid('param') };
      return c.json((await explainGoal(db, actor, { today: dayOf(actor), now: clock.now() }, asked)) as never, 200);
    },
  );
  serveRecords<'led_project', LedProjectView, NewLedProject, LedProjectPatch>(app, deps, {
    path: '/led-projects',
    noun: 'led project',
    schemas: { view: LedProjectView, create: NewLedProject, patch: LedProjectPatch },
    store: ledProjects,
    views: ledProjectViews,
    create: createProject,
    change: changeProject,
  });
}
