import {
  type ChecklistItemView,
  keyDateKinds,
  type MilestoneStatus,
  type MilestoneView,
} from '@milepost/contract/milestones';
import type { Page } from '@milepost/contract/page';
import type { TargetView } from '@milepost/contract/targets';
import type { StatusTone } from '@milepost/ui/StatusMark.vue';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { recordsPage } from '../records/records.queries.ts';

const place = '/plan/milestones';
export const milestoneKind: RecordKind = { subject: 'milestone', room: 'milestones', path: '/milestones', place };
export const itemKind: RecordKind = {
  subject: 'checklist_item',
  room: 'milestones.items',
  path: '/checklist-items',
  place,
};

/** The form of a milestone; its criteria and key dates are entered one by one. */
export const milestoneFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'fromMonth', kind: 'number', isRequired: true },
  { key: 'toMonth', kind: 'number', isRequired: true },
  { key: 'share', kind: 'percent', isWide: true },
  { key: 'focus', kind: 'long' },
];
export const itemFields: readonly FormField[] = [
  { key: 'text', kind: 'text', isRequired: true, isWide: true },
  { key: 'ownerId', kind: 'reference', of: '/people' },
  { key: 'dueOn', kind: 'day' },
];
export const keyDateFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'kind', kind: 'choice', choices: keyDateKinds, isRequired: true },
  { key: 'day', kind: 'day', isRequired: true },
];

/** The milestones of a fiscal year in their order, with where they stand. */
export const milestonesQuery = defineQueryOptions((fiscalYear: number) => ({
  key: ['milestone', 'of', fiscalYear],
  query: ({ signal }): Promise<Page<MilestoneView>> =>
    recordsPage<MilestoneView>(
      milestoneKind,
      { filter: [{ field: 'fiscalYear', op: 'is', value: fiscalYear }], sort: 'fromMonth', limit: 200 },
      signal,
    ),
}));

/** Drafts of a year that a share can be held in. */
export const draftsQuery = defineQueryOptions((fiscalYear: number) => ({
  key: ['target', 'drafts', fiscalYear],
  query: async ({ signal }): Promise<TargetView[]> => {
    const { items } = await recordsPage<TargetView>(
      { path: '/targets' },
      {
        filter: [
          { field: 'fiscalYear', op: 'is', value: fiscalYear },
          { field: 'status', op: 'is', value: 'draft' },
        ],
      },
      signal,
    );
    return items.filter(({ canEdit, totalMinor }) => canEdit && totalMinor !== null);
  },
}));

/** Ticks a step off, or says that it is not done after all. */
export const tickItem = ({ id, version }: ChecklistItemView, isDone: boolean) =>
  http.patch<ChecklistItemView>(`${itemKind.path}/${id}`, { isDone }, { ifMatch: version });

/** Writes the criteria or the key dates of a milestone anew, as it was seen. */
export const writeParts = (
  { id, version }: Pick<MilestoneView, 'id' | 'version'>,
  parts: Partial<Pick<MilestoneView, 'criteria' | 'keyDates'>>,
) => http.patch<MilestoneView>(`${milestoneKind.path}/${id}`, parts, { ifMatch: version });

export const statusTone: Readonly<Record<MilestoneStatus, StatusTone>> = {
  reached: 'good',
  'on-track': 'open',
  'at-risk': 'watch',
  missed: 'bad',
  unknown: 'unknown',
};
