import type { Locale } from '@milepost/contract/organisation';
import {
  type AssessmentView,
  levelFields,
  type NewAssessment,
  type NewRoleProfile,
  type RoleProfileView,
  type SkillsView,
  type StarterSetTaken,
  type TeamSkillsView,
} from '@milepost/contract/skills';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';
import { newId } from '../http/new-id.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { recordsPage } from '../records/records.queries.ts';

export const skillKind: RecordKind = { subject: 'skill', room: 'skills', path: '/skills', place: '/growth/catalogue' };

export const skillFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true },
  { key: 'category', kind: 'text' },
  { key: 'about', kind: 'long', isWide: true },
  ...levelFields.map((key): FormField => ({ key, kind: 'long', isWide: true })),
];

type Whose = { personId: string | null };
const whose = ({ personId }: Whose) => ({ personId: personId ?? undefined });

/** What somebody can, and what their role and the next one ask; null is oneself. */
export const skillStandingsQuery = defineQueryOptions((asked: Whose) => ({
  key: ['skills', 'standings', asked.personId ?? ''],
  query: ({ signal }) => http.get<SkillsView>('/skill-standings', { query: whose(asked), signal }),
}));

export const whySkills =
  (asked: { personId: string; figure: 'readiness' | 'gap'; skillId?: string }) => (signal: AbortSignal) =>
    http.get<Explained>('/skill-standings/why', { query: asked, signal });

/** The skills of one's people side by side. */
export const teamSkillsQuery = defineQueryOptions(() => ({
  key: ['skills', 'team'],
  query: ({ signal }) => http.get<TeamSkillsView>('/team-skills', { signal }),
}));

/** All assessments of somebody in one skill, the newest first. */
export const historyQuery = defineQueryOptions(({ personId, skillId }: { personId: string; skillId: string }) => ({
  key: ['skills', 'history', personId, skillId],
  query: ({ signal }) =>
    recordsPage<AssessmentView>(
      { path: '/assessments' },
      {
        filter: [
          { field: 'personId', op: 'is', value: personId },
          { field: 'skillId', op: 'is', value: skillId },
        ],
        sort: '-onDay',
        limit: 100,
      },
      signal,
    ),
}));

export const assess = (assessment: NewAssessment) => http.post<AssessmentView>('/assessments', assessment);
export const takeStarterSet = (locale: Locale) => http.post<StarterSetTaken>('/skills/starter-set', { locale });

/** What each role asks. */
export const roleProfilesQuery = defineQueryOptions(() => ({
  key: ['skills', 'role-profiles'],
  query: ({ signal }) => recordsPage<RoleProfileView>({ path: '/role-profiles' }, { limit: 200 }, signal),
}));

/** Adds a role profile, or changes the one that is given. */
export const saveRoleProfile = (profile: RoleProfileView | null, said: Omit<NewRoleProfile, 'id'>) =>
  profile
    ? http.patch<RoleProfileView>(`/role-profiles/${profile.id}`, said, { ifMatch: profile.version })
    : http.post<RoleProfileView>('/role-profiles', { ...said, id: newId() });
