import type { GoalFigure, GoalKind, GoalView, LedProjectView } from '@milepost/contract/goals';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { recordsPage } from '../records/records.queries.ts';

const mine = '/growth/goals';
export const goalKind: RecordKind = { subject: 'goal', room: 'goals', path: '/goals', place: mine };
export const projectKind: RecordKind = {
  subject: 'led_project',
  room: 'goals.project',
  path: '/led-projects',
  place: mine,
};
export const projectFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'departments', kind: 'text', isRequired: true, isWide: true },
  { key: 'fromDay', kind: 'day', isRequired: true },
  { key: 'finishedOn', kind: 'day' },
  { key: 'outcome', kind: 'long', isWide: true },
];

/** What a goal of each kind is about; `wanted` is called otherwise with every kind. */
const about: Readonly<Record<GoalKind, readonly FormField[]>> = {
  certificate: [{ key: 'certificateId', kind: 'reference', of: '/certificates', isRequired: true, isWide: true }],
  level: [{ key: 'skillId', kind: 'reference', of: '/skills', isRequired: true, isWide: true }],
  cycle: [],
  discount: [],
  projects: [],
};
const from: FormField = { key: 'fromOn', kind: 'day', isRequired: true };
const base: FormField = { key: 'baseFromOn', kind: 'day', isRequired: true };
/** What is asked of a goal, new or old. `wantedWord` is what it calls how much. */
export function goalFields(kind: GoalKind, wantedWord: string): readonly FormField[] {
  const share: FormField = { key: 'wanted', kind: 'percent', isRequired: true, label: wantedWord };
  const count: FormField = { key: 'wanted', kind: 'number', isRequired: true, label: wantedWord };
  const due: FormField = { key: 'dueOn', kind: 'day', isRequired: true };
  if (kind === 'certificate') return [due];
  if (kind === 'level') return [count, due];
  if (kind === 'projects') return [count, from, due];
  return kind === 'discount'
    ? [share, base, from, due]
    : [share, { key: 'leastMinor', kind: 'money' }, base, from, due];
}
export const newGoalFields = (kind: GoalKind, wantedWord: string): readonly FormField[] => [
  ...about[kind],
  ...goalFields(kind, wantedWord),
];

const whose = (personId: string) => [{ field: 'personId', op: 'is' as const, value: personId }];
export const goalsQuery = defineQueryOptions(({ personId }: { personId: string }) => ({
  key: ['goals', personId],
  query: ({ signal }) =>
    recordsPage<GoalView>(goalKind, { filter: whose(personId), sort: 'dueOn', limit: 100 }, signal),
}));
/** The goals of everybody in sight, the next to be due first. */
export const teamGoalsQuery = defineQueryOptions(() => ({
  key: ['goals', 'team'],
  query: ({ signal }) => recordsPage<GoalView>(goalKind, { sort: 'dueOn', limit: 200 }, signal),
}));
export const projectsQuery = defineQueryOptions(({ personId }: { personId: string }) => ({
  key: ['goals', 'projects', personId],
  query: ({ signal }) =>
    recordsPage<LedProjectView>(projectKind, { filter: whose(personId), sort: '-fromDay', limit: 100 }, signal),
}));

export const whyGoal = (id: string, figure: GoalFigure) => (signal: AbortSignal) =>
  http.get<Explained>(`/goals/${id}/why`, { query: { figure }, signal });
