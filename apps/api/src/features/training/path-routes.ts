import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import { Id } from '@milepost/contract/scalars';
import {
  LearningPathQuery,
  LearningPathView,
  LearningPathWhyQuery,
  LearningPlanPatch,
  LearningPlanView,
  TeamPathsView,
  ToolTrainingView,
} from '@milepost/contract/training/paths';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyManagers, refusals, versionSeen } from '../../http/app.ts';
import { whoseGrowth } from '../skills/may-assess-store.ts';
import { noteToolUse } from './note-tool-use.ts';
import { explainPath, readPath, readTeamPaths } from './read-path.ts';
import { savePlan } from './save-plan.ts';
import { toolUses } from './tool-store.ts';

const tags = ['training'];

/** Stands before everything that it watches. */
export function toolUseRoutes(app: App, deps: Deps): void {
  for (const path of ['/funnel/report', '/:noun/why', '/:noun/:part/why']) app.use(path, noteToolUse(deps));
}

/** Personal paths, those of a team, and what somebody has learned to do with the product. */
export function learningPathRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const dayOf = (actor: Actor) => clock.today(actor.organisation.timeZone);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/learning-path',
      tags,
      summary: 'The path of somebody: courses with dates, and the chain that binds',
      request: { query: LearningPathQuery },
      responses: { 200: json(LearningPathView, 'The path from today on'), ...refusals },
    }),
    async (c) => c.json(await readPath(db, c.get('actor'), dayOf(c.get('actor')), c.req.valid('query')), 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/learning-path/why',
      tags,
      request: { query: LearningPathWhyQuery },
      responses: { 200: json(ExplainedView, 'How a figure of the path comes about'), ...refusals },
    }),
    async (c) => {
      const at = { today: dayOf(c.get('actor')), now: clock.now() };
      return c.json((await explainPath(db, c.get('actor'), at, c.req.valid('query'))) as never, 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'put',
      path: '/learning-plans/{personId}',
      tags,
      summary: 'Say how many hours a week somebody learns, and by when',
      request: {
        params: z.object({ personId: Id }),
        headers: z.object({ 'if-match': z.string().optional() }),
        body: body(LearningPlanPatch),
      },
      responses: { 200: json(LearningPlanView, 'The plan'), ...refusals },
    }),
    async (c) => {
      const { personId } = c.req.valid('param');
      const row = await savePlan(deps, c.get('actor'), personId, versionSeen(c), c.req.valid('json'));
      const view = { version: row.version, hoursPerWeek: row.hours_per_week, dueOn: row.due_on };
      return c.json(view, 200, { etag: `"${row.version}"` });
    },
  );
  app.use('/team-paths', onlyManagers);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/team-paths',
      tags,
      summary: 'The paths of one’s people side by side',
      responses: { 200: json(TeamPathsView, 'Readiness, progress, and who is done when'), ...refusals },
    }),
    async (c) => c.json(await readTeamPaths(db, c.get('actor'), dayOf(c.get('actor'))), 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/tool-training',
      tags,
      summary: 'What somebody has done with the product for the first time, and when',
      request: { query: LearningPathQuery },
      responses: { 200: json(ToolTrainingView, 'Each step'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const person = await whoseGrowth(db, actor, c.req.valid('query').personId);
      return c.json({ person, steps: await toolUses(db, actor.orgId, person.id) }, 200);
    },
  );
}
