import type { Locale } from '@milepost/contract/organisation';
import type {
  CriterionScore,
  ExerciseView,
  NewRolePlayScenario,
  RolePlayScenarioView,
  RolePlayTrendView,
  RolePlayView,
  StarterScenariosTaken,
} from '@milepost/contract/role-play';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';
import { newId } from '../http/new-id.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { recordsPage } from '../records/records.queries.ts';

export const scenarioKind: RecordKind = {
  subject: 'role_play_scenario',
  room: 'role-play.scenarios',
  path: '/role-play-scenarios',
  place: '/growth/scenarios',
};
export const rolePlayKind: RecordKind = {
  subject: 'role_play',
  room: 'role-play.session',
  path: '/role-plays',
  place: '/growth/role-plays',
};
export const exerciseKind: RecordKind = {
  subject: 'exercise',
  room: 'role-play.exercise',
  path: '/exercises',
  place: '/growth/role-play',
};

const scenario: FormField = { key: 'scenarioId', kind: 'reference', of: '/role-play-scenarios', isRequired: true };
const observer: FormField = { key: 'observerId', kind: 'reference', of: '/people', isRequired: true };
export const changedFields: readonly FormField[] = [
  { key: 'onDay', kind: 'day', isRequired: true },
  { key: 'note', kind: 'long', isWide: true },
];
/** What is said of a new session: by a rep of their own, by who leads of somebody’s. */
export const ownSessionFields: readonly FormField[] = [scenario, observer, ...changedFields];
export const sessionFields: readonly FormField[] = [
  scenario,
  { key: 'personId', kind: 'reference', of: '/people', isRequired: true },
  observer,
  ...changedFields,
];
export const exerciseFields: readonly FormField[] = [
  { key: 'text', kind: 'long', isWide: true, isRequired: true },
  { key: 'dueOn', kind: 'day', isRequired: true },
];

const whose = (personId: string) => ({
  filter: [{ field: 'personId', op: 'is' as const, value: personId }],
  limit: 200,
});
/** The sessions in which somebody sold, the newest first. */
export const sessionsQuery = defineQueryOptions(({ personId }: { personId: string }) => ({
  key: ['role-play', 'sessions', personId],
  query: ({ signal }) => recordsPage<RolePlayView>(rolePlayKind, { ...whose(personId), sort: '-onDay' }, signal),
}));
/** The sessions that somebody watches. */
export const watchedQuery = defineQueryOptions(({ personId }: { personId: string }) => ({
  key: ['role-play', 'watched', personId],
  query: ({ signal }) =>
    recordsPage<RolePlayView>(
      rolePlayKind,
      { filter: [{ field: 'observerId', op: 'is', value: personId }], sort: '-onDay', limit: 200 },
      signal,
    ),
}));
export const exercisesQuery = defineQueryOptions(({ personId }: { personId: string }) => ({
  key: ['role-play', 'exercises', personId],
  query: ({ signal }) => recordsPage<ExerciseView>(exerciseKind, { ...whose(personId), sort: 'dueOn' }, signal),
}));
export const trendQuery = defineQueryOptions(({ personId }: { personId: string }) => ({
  key: ['role-play', 'trend', personId],
  query: ({ signal }) => http.get<RolePlayTrendView>('/role-play-trend', { query: { personId }, signal }),
}));

export const giveScores = ({ id, version }: RolePlayView, scores: readonly CriterionScore[]) =>
  http.post<RolePlayView>(`/role-plays/${id}/scores`, { scores }, { ifMatch: version });
export const setDone = ({ id, version }: ExerciseView, isDone: boolean) =>
  http.patch<ExerciseView>(`/exercises/${id}`, { isDone }, { ifMatch: version });
export const takeStarterScenarios = (locale: Locale) =>
  http.post<StarterScenariosTaken>('/role-play-scenarios/starter-set', { locale });
/** Adds a scenario, or changes the one that is given. */
export const saveScenario = (known: RolePlayScenarioView | null, said: Omit<NewRolePlayScenario, 'id'>) =>
  known
    ? http.patch<RolePlayScenarioView>(`/role-play-scenarios/${known.id}`, said, { ifMatch: known.version })
    : http.post<RolePlayScenarioView>('/role-play-scenarios', { ...said, id: newId() });
