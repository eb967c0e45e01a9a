import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import {
  AssignedMentors,
  AssignMentors,
  CloseMentorship,
  KnownSkills,
  KnownSkillsQuery,
  MenteeProfilePatch,
  MenteeProfileView,
  MentoringPool,
  MentoringWhyQuery,
  MentorProfilePatch,
  MentorProfileView,
  MentorshipEntryPatch,
  MentorshipEntryView,
  MentorshipPatch,
  MentorshipView,
  NewMenteeProfile,
  NewMentorProfile,
  NewMentorship,
  NewMentorshipEntry,
} from '@milepost/contract/mentoring';
import { Id } from '@milepost/contract/scalars';
import { type Actor, reaches } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyManagers, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { people } from '../people/store.ts';
import { knownSkills } from './assessed-levels.ts';
import { explainMentoring } from './explain-mentoring.ts';
import { assignMentors, createMentorship, restoreMentorship } from './pair-people.ts';
import { readPool } from './read-pool.ts';
import {
  changeMenteeProfile,
  changeMentorProfile,
  createMenteeProfile,
  createMentorProfile,
  setMentorProfileAside,
} from './save-profile.ts';
import { menteeProfiles, mentorProfiles, mentorshipEntries, mentorships } from './store.ts';
import {
  agree,
  archiveMentorship,
  changeEntry,
  closeMentorship,
  setEntryAside,
  writeEntry,
} from './tend-mentorship.ts';
import { menteeProfileViews, mentorProfileViews, mentorshipEntryViews, mentorshipViews } from './views.ts';

const tags = ['mentoring'];

export function mentoringRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const todayOf = ({ organisation }: Actor) => clock.today(organisation.timeZone);

  serveRecords<'mentor_profile', MentorProfileView, NewMentorProfile, MentorProfilePatch>(app, deps, {
    path: '/mentor-profiles',
    noun: 'mentor-profile',
    schemas: { view: MentorProfileView, create: NewMentorProfile, patch: MentorProfilePatch },
    store: mentorProfiles,
    views: mentorProfileViews,
    create: createMentorProfile,
    change: changeMentorProfile,
    archive: (...about) => setMentorProfileAside(...about, true),
    restore: (...about) => setMentorProfileAside(...about, false),
  });
  serveRecords<'mentee_profile', MenteeProfileView, NewMenteeProfile, MenteeProfilePatch>(app, deps, {
    path: '/mentee-profiles',
    noun: 'mentee-profile',
    schemas: { view: MenteeProfileView, create: NewMenteeProfile, patch: MenteeProfilePatch },
    store: menteeProfiles,
    views: menteeProfileViews,
    create: createMenteeProfile,
    change: changeMenteeProfile,
  });
  serveRecords<'mentorship', MentorshipView, NewMentorship, MentorshipPatch>(app, deps, {
    path: '/mentorships',
    noun: 'mentorship',
    schemas: { view: MentorshipView, create: NewMentorship, patch: MentorshipPatch },
    store: mentorships,
    views: (base, actor, rows) => mentorshipViews(base, actor, rows, todayOf(actor)),
    create: createMentorship,
    change: agree,
    archive: archiveMentorship,
    restore: restoreMentorship,
  });
  serveRecords<'mentorship_entry', MentorshipEntryView, NewMentorshipEntry, MentorshipEntryPatch>(app, deps, {
    path: '/mentorship-entries',
    noun: 'mentorship-entry',
    schemas: { view: MentorshipEntryView, create: NewMentorshipEntry, patch: MentorshipEntryPatch },
    store: mentorshipEntries,
    views: mentorshipEntryViews,
    create: writeEntry,
    change: changeEntry,
    archive: (...about) => setEntryAside(...about, true),
    restore: (...about) => setEntryAside(...about, false),
  });

  app.openapi(
    createRoute({
      method: 'post',
      path: '/mentorships/{id}/close',
      tags,
      summary: 'End a pair with its lesson',
      request: { params: z.object({ id: Id }), body: body(CloseMentorship) },
      responses: { 200: json(MentorshipView, 'Ended'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await closeMentorship(deps, actor, c.req.valid('param').id, versionSeen(c), c.req.valid('json'));
      const [view] = await mentorshipViews(db, actor, [row], todayOf(actor));
      return c.json(view as MentorshipView, 200, { etag: `"${row.version}"` });
    },
  );
  app.use('/mentoring/pool', onlyManagers);
  app.use('/mentoring/assign', onlyManagers);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/mentoring/pool',
      tags,
      summary: 'Who looks for a mentor, and who guides',
      responses: { 200: json(MentoringPool, 'All that a matching is made of'), ...refusals },
    }),
    async (c) => c.json(await readPool(db, c.get('actor'), todayOf(c.get('actor'))), 200),
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/mentoring/assign',
      tags,
      summary: 'Pair everybody of a proposal, all or none',
      request: { body: body(AssignMentors) },
      responses: { 200: json(AssignedMentors, 'Paired'), ...refusals },
    }),
    async (c) => c.json({ made: await assignMentors(deps, c.get('actor'), c.req.valid('json')) }, 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/mentoring/known-skills',
      tags,
      summary: 'What assessments say somebody could teach, and has to learn',
      request: { query: KnownSkillsQuery },
      responses: { 200: json(KnownSkills, 'By the catalogue of skills'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const { personId } = c.req.valid('query');
      if (!reaches(actor, personId)) throw new Failure('not-found');
      await people.get(db, actor, personId);
      return c.json(await knownSkills(db, actor, personId, todayOf(actor)), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/mentoring/why',
      tags,
      summary: 'How a figure of mentoring comes about',
      request: { query: MentoringWhyQuery },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const at = { today: todayOf(actor), now: clock.now() };
      return c.json((await explainMentoring(db, actor, at, c.req.valid('query'))) as never, 200);
    },
  );
}
