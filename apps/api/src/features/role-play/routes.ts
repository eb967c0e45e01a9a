import { createRoute, z } from '@hono/zod-openapi';
import {
  ExercisePatch,
  ExerciseView,
  NewExercise,
  NewRolePlay,
  NewRolePlayScenario,
  RolePlayPatch,
  RolePlayScenarioPatch,
  RolePlayScenarioView,
  RolePlayTrendQuery,
  RolePlayTrendView,
  RolePlayView,
  ScoreRolePlay,
  StarterScenariosTaken,
} from '@milepost/contract/role-play';
import { Id } from '@milepost/contract/scalars';
import { TakeStarterSet } from '@milepost/contract/skills';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyManagers, refusals, versionSeen } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { changeSession, createSession, scoreSession } from './hold-session.ts';
import { changeExercise, createExercise } from './save-exercise.ts';
import { changeScenario, createScenario } from './save-scenario.ts';
import { exercises, rolePlays, scenarios } from './store.ts';
import { takeStarterScenarios } from './take-starter-scenarios.ts';
import { exerciseViews, rolePlayViews, scenarioViews, trendView } from './views.ts';

const tags = ['role-play'];

export function rolePlayRoutes(app: App, deps: Deps): void {
  const { db } = deps;
  app.on(['POST', 'PATCH'], ['/role-play-scenarios', '/role-play-scenarios/*'], onlyManagers);
  // Before the record routes, which would take the word for an id.
  app.openapi(
    createRoute({
      method: 'post',
      path: '/role-play-scenarios/starter-set',
      tags,
      summary: 'Take the scenarios that come with the house',
      request: { body: body(TakeStarterSet) },
      responses: { 200: json(StarterScenariosTaken, 'What is new'), ...refusals },
    }),
    async (c) =>
      c.json({ scenarios: await takeStarterScenarios(deps, c.get('actor'), c.req.valid('json').locale) }, 200),
  );
  serveRecords<'role_play_scenario', RolePlayScenarioView, NewRolePlayScenario, RolePlayScenarioPatch>(app, deps, {
    path: '/role-play-scenarios',
    noun: 'role-play scenario',
    schemas: { view: RolePlayScenarioView, create: NewRolePlayScenario, patch: RolePlayScenarioPatch },
    store: scenarios,
    views: scenarioViews,
    create: createScenario,
    change: changeScenario,
  });
  serveRecords<'role_play', RolePlayView, NewRolePlay, RolePlayPatch>(app, deps, {
    path: '/role-plays',
    noun: 'role-play',
    schemas: { view: RolePlayView, create: NewRolePlay, patch: RolePlayPatch },
    store: rolePlays,
    views: rolePlayViews,
    create: createSession,
    change: changeSession,
  });
  app.openapi(
    createRoute({
      method: 'post',
      path: '/role-plays/{id}/scores',
      tags,
      summary: 'Score a session, as who sold or as who watched',
      request: {
        params: z.object({ id: Id }),
        headers: z.object({ 'if-match': z.string().optional() }),
        body: body(ScoreRolePlay),
      },
      responses: { 200: json(RolePlayView, 'Scored'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { scores } = c.req.valid('json');
      const row = await scoreSession(deps, actor, c.req.valid('param').id, versionSeen(c), scores);
      const [view] = await rolePlayViews(db, actor, [row]);
      return c.json(view as RolePlayView, 200, { etag: `"${row.version}"` });
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/role-play-trend',
      tags,
      summary: 'How somebody comes on, by criterion',
      request: { query: RolePlayTrendQuery },
      responses: { 200: json(RolePlayTrendView, 'Each criterion over all sessions'), ...refusals },
    }),
    async (c) => c.json(await trendView(db, c.get('actor'), c.req.valid('query').personId), 200),
  );
  serveRecords<'exercise', ExerciseView, NewExercise, ExercisePatch>(app, deps, {
    path: '/exercises',
    noun: 'exercise',
    schemas: { view: ExerciseView, create: NewExercise, patch: ExercisePatch },
    store: exercises,
    views: exerciseViews,
    create: createExercise,
    change: changeExercise,
  });
}
