import {
  type IssueBoardView,
  type IssuePartiesView,
  type IssueStepsView,
  type IssueView,
  issueKinds,
  type NewIssueStep,
  severities,
} from '@milepost/contract/issues';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const issueKind: RecordKind = {
  ...{ subject: 'issue', room: 'issues', path: '/issues', place: '/review/issues', order: 'dueAt' },
};
const saidFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'severity', kind: 'choice', choices: severities, isRequired: true },
  { key: 'kind', kind: 'choice', choices: issueKinds, isRequired: true },
  { key: 'details', kind: 'long', isWide: true },
];
const linkFields: readonly FormField[] = [
  { key: 'accountId', kind: 'reference', of: '/accounts' },
  { key: 'opportunityId', kind: 'reference', of: '/opportunities' },
];
/** What of an issue is changed in its form; members of other departments see no customers to link. */
export const issueFields = (isMember: boolean): readonly FormField[] =>
  isMember ? saidFields : [...saidFields, ...linkFields];

export const departmentKind: RecordKind = {
  ...{ subject: 'department', room: 'issues.departments', path: '/departments', place: '/settings/departments' },
};
export const newDepartmentFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'urgentHours', kind: 'number' },
  { key: 'importantHours', kind: 'number' },
  { key: 'routineHours', kind: 'number' },
];
/** Who leads a department is one of its people. */
export const departmentFields = (id: string): readonly FormField[] => [
  ...newDepartmentFields,
  { key: 'headId', kind: 'reference', of: '/people', among: [{ field: 'departmentId', op: 'is', value: id }] },
];

export const boardQuery = defineQueryOptions(({ departmentId }: { departmentId: string | null }) => ({
  key: ['issues', 'board', departmentId ?? ''],
  query: ({ signal }) =>
    http.get<IssueBoardView>('/issue-board', { query: departmentId ? { departmentId } : {}, signal }),
}));

export const partiesQuery = defineQueryOptions({
  key: ['issues', 'parties'],
  query: ({ signal }) => http.get<IssuePartiesView>('/issue-parties', { signal }),
});

export const issueQuery = defineQueryOptions((id: string) => ({
  key: ['issue', 'one', id],
  query: ({ signal }) => http.get<IssueView>(`/issues/${id}`, { signal }),
}));

export const stepsQuery = defineQueryOptions((id: string) => ({
  key: ['issue', 'steps', id],
  query: ({ signal }) => http.get<IssueStepsView>(`/issues/${id}/steps`, { signal }),
}));

/** Takes an issue a step on, from where it was seen. */
export const takeStep = ({ id, version }: IssueView, step: NewIssueStep) =>
  http.post<IssueView>(`/issues/${id}/steps`, step, { ifMatch: version });
