import type { Page } from '@milepost/contract/page';
import {
  type ResourceGapsView,
  type ResourceNeedView,
  type ResourceView,
  resourcePurposes,
} from '@milepost/contract/resources';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { recordsPage } from '../records/records.queries.ts';

const place = '/plan/resources';
export const resourceKind: RecordKind = { subject: 'resource', room: 'resources', path: '/resources', place };
export const needKind: RecordKind = {
  subject: 'resource_need',
  room: 'resources.needs',
  path: '/resource-needs',
  place,
};

const work: readonly FormField[] = [
  { key: 'role', kind: 'text', isRequired: true },
  { key: 'hoursPerWeek', kind: 'number', isRequired: true },
  { key: 'from', kind: 'day', isRequired: true },
  { key: 'to', kind: 'day', isRequired: true },
  { key: 'skills', kind: 'text', isWide: true },
];

/** The form of an assignment: somebody of the house, or a helper by name. */
export const resourceFields: readonly FormField[] = [
  { key: 'personId', kind: 'reference', of: '/people' },
  { key: 'helper', kind: 'text' },
  ...work,
  { key: 'purpose', kind: 'choice', choices: resourcePurposes, isRequired: true },
  { key: 'costMinor', kind: 'money' },
  { key: 'note', kind: 'long' },
];
export const needFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  ...work,
  { key: 'note', kind: 'long' },
];

/** Everybody who is assigned; those of a sales organisation fit on a page. */
export const resourcesQuery = defineQueryOptions({
  key: ['resource', 'list'],
  query: ({ signal }): Promise<Page<ResourceView>> => recordsPage<ResourceView>(resourceKind, { limit: 200 }, signal),
});

export const needsQuery = defineQueryOptions({
  key: ['resource_need', 'list'],
  query: ({ signal }): Promise<Page<ResourceNeedView>> =>
    recordsPage<ResourceNeedView>(needKind, { limit: 200 }, signal),
});

/** Hours and skills that are missing, by role, in the fiscal year of today. */
export const gapsQuery = defineQueryOptions({
  key: ['resource_gap'],
  query: ({ signal }) => http.get<ResourceGapsView>('/resource-gaps', { signal }),
});
