import { type LeaveView, leaveHalves, leaveKinds } from '@milepost/contract/leave';
import type { Page } from '@milepost/contract/page';
import { defineQueryOptions } from '@pinia/colada';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { recordsPage } from '../records/records.queries.ts';

export const leaveKind: RecordKind = {
  subject: 'leave',
  room: 'leave',
  path: '/leave',
  place: '/leave',
  order: '-from',
};

const days: readonly FormField[] = [
  { key: 'from', kind: 'day', isRequired: true },
  { key: 'to', kind: 'day', isRequired: true },
  { key: 'kind', kind: 'choice', choices: leaveKinds, isRequired: true },
  { key: 'halfDays', kind: 'choice', choices: leaveHalves, isRequired: true },
  { key: 'note', kind: 'long' },
];

/** The form of a leave; whose it is stays. */
export const leaveFields = days;
export const newLeaveFields: readonly FormField[] = [
  { key: 'personId', kind: 'reference', of: '/people', isRequired: true, isWide: true },
  ...days,
];

/** Leave in sight that touches some days, for the strip. */
export const leaveBetweenQuery = defineQueryOptions(({ from, to }: { from: string; to: string }) => ({
  key: ['leave', 'between', from, to],
  query: ({ signal }): Promise<Page<LeaveView>> =>
    recordsPage<LeaveView>(
      leaveKind,
      {
        filter: [
          { field: 'to', op: 'gte', value: from },
          { field: 'from', op: 'lte', value: to },
        ],
        sort: 'from',
        limit: 200,
      },
      signal,
    ),
}));
