import { createRoute } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  AssessmentPatch,
  AssessmentView,
  NewAssessment,
  NewRoleProfile,
  NewSkill,
  PersonQuery,
  RoleProfilePatch,
  RoleProfileView,
  SkillPatch,
  SkillsView,
  SkillsWhyQuery,
  SkillView,
  StarterSetTaken,
  TakeStarterSet,
  TeamSkillsView,
} from '@milepost/contract/skills';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyManagers, refusals } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { explainSkills, readSkills, readTeamSkills } from './read-skills.ts';
import { archiveAssessment, changeAssessment, createAssessment, restoreAssessment } from './save-assessment.ts';
import { changeRoleProfile, changeSkill, createRoleProfile, createSkill } from './save-skill.ts';
import { assessments, roleProfiles, skills } from './store.ts';
import { takeStarterSet } from './take-starter-set.ts';
import { assessmentViews, roleProfileViews, skillViews } from './views.ts';

export function skillRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const dayOf = (actor: Actor) => clock.today(actor.organisation.timeZone);
  app.on(['POST', 'PATCH'], ['/skills', '/skills/*', '/role-profiles', '/role-profiles/*'], onlyManagers);
  // Before the record routes, which would take the word for an id.
  app.openapi(
    createRoute({
      method: 'post',
      path: '/skills/starter-set',
      tags: ['skill'],
      summary: 'Take the starter set: skills, role profiles, certificates and a ladder',
      request: { body: body(TakeStarterSet) },
      responses: { 200: json(StarterSetTaken, 'What is new'), ...refusals },
    }),
    async (c) => c.json(await takeStarterSet(deps, c.get('actor'), c.req.valid('json').locale), 200),
  );
  serveRecords<'skill', SkillView, NewSkill, SkillPatch>(app, deps, {
    path: '/skills',
    noun: 'skill',
    schemas: { view: SkillView, create: NewSkill, patch: SkillPatch },
    store: skills,
    views: skillViews,
    create: createSkill,
    change: changeSkill,
  });
  serveRecords<'role_profile', RoleProfileView, NewRoleProfile, RoleProfilePatch>(app, deps, {
    path: '/role-profiles',
    noun: 'role profile',
    schemas: { view: RoleProfileView, create: NewRoleProfile, patch: RoleProfilePatch },
    store: roleProfiles,
    views: roleProfileViews,
    create: createRoleProfile,
    change: changeRoleProfile,
  });
  serveRecords<'assessment', AssessmentView, NewAssessment, AssessmentPatch>(app, deps, {
    path: '/assessments',
    noun: 'assessment',
    schemas: { view: AssessmentView, create: NewAssessment, patch: AssessmentPatch },
    store: assessments,
    views: assessmentViews,
    create: createAssessment,
    change: changeAssessment,
    archive: archiveAssessment,
    restore: restoreAssessment,
  });
  app.openapi(
    createRoute({
      method: 'get',
      path: '/skill-standings',
      tags: ['skill'],
      request: { query: PersonQuery },
      responses: { 200: json(SkillsView, 'What somebody can, and what their role asks'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readSkills(db, actor, dayOf(actor), c.req.valid('query')), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/skill-standings/why',
      tags: ['skill'],
      request: { query: SkillsWhyQuery },
      responses: { 200: json(ExplainedView, 'How a gap or the readiness comes about'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = { today: dayOf(actor), now: clock.now() };
      return c.json((await explainSkills(db, actor, at, c.req.valid('query'))) as never, 200);
    },
  );
  app.use('/team-skills', onlyManagers);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/team-skills',
      tags: ['skill'],
      responses: { 200: json(TeamSkillsView, 'The skills of one’s people side by side'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await readTeamSkills(db, actor, dayOf(actor)), 200);
    },
  );
}
