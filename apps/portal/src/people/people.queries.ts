import type { Page } from '@milepost/contract/page';
import { type PersonView, roles, type TeamView } from '@milepost/contract/people';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

/** Everybody of the organisation; a sales organisation fits on a page. */
export const peopleQuery = defineQueryOptions({
  key: ['person', 'list'],
  query: ({ signal }) => http.get<Page<PersonView>>('/people', { query: { limit: 200, count: 1 }, signal }),
});

export const teamsQuery = defineQueryOptions({
  key: ['team', 'list'],
  query: ({ signal }) => http.get<Page<TeamView>>('/teams', { query: { limit: 200 }, signal }),
});

export const personKind: RecordKind = { subject: 'person', room: 'people', path: '/people', place: '/team' };

/** The form of a person. */
export const personFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'email', kind: 'email', isWide: true },
  { key: 'role', kind: 'choice', choices: roles, isRequired: true },
  { key: 'teamId', kind: 'reference', of: '/teams' },
  { key: 'departmentId', kind: 'reference', of: '/departments' },
  { key: 'fte', kind: 'percent' },
  { key: 'sellingHours', kind: 'number' },
  { key: 'startsOn', kind: 'day' },
  { key: 'endsOn', kind: 'day' },
  { key: 'ramp', kind: 'percents', isWide: true },
];

export const teamKind: RecordKind = { subject: 'team', room: 'people.teams', path: '/teams', place: '/team' };

/** The form of a team. A rep sees only their own records, so no rep leads. */
export const teamFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'parentId', kind: 'reference', of: '/teams' },
  {
    key: 'managerId',
    kind: 'reference',
    of: '/people',
    among: [{ field: 'role', op: 'in', value: ['manager', 'admin'] }],
  },
];
