import {
  type AwardVerdict,
  type AwardView,
  type ExpiringView,
  evidenceKinds,
  type VerificationView,
  validityModes,
} from '@milepost/contract/certificates';
import type { GoalView } from '@milepost/contract/goals';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { recordsPage } from '../records/records.queries.ts';

export const certificateKind: RecordKind = {
  subject: 'certificate',
  room: 'certificates',
  path: '/certificates',
  place: '/growth/certificate-catalogue',
};
export const certificateFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true },
  { key: 'issuer', kind: 'text' },
  { key: 'mode', kind: 'choice', choices: validityModes, isRequired: true },
  { key: 'months', kind: 'number' },
  { key: 'leastMonths', kind: 'number' },
  { key: 'baseOn', kind: 'day' },
  { key: 'windowMonths', kind: 'number', isRequired: true },
  { key: 'link', kind: 'text' },
  { key: 'about', kind: 'long', isWide: true },
];

const mine = '/growth/certificates';
export const awardKind: RecordKind = { subject: 'award', room: 'certificates.award', path: '/awards', place: mine };
export const evidenceFields: readonly FormField[] = [
  { key: 'completedOn', kind: 'day', isRequired: true },
  { key: 'evidence', kind: 'choice', choices: evidenceKinds, isRequired: true },
  { key: 'link', kind: 'text', isWide: true },
  { key: 'activityId', kind: 'reference', of: '/activities' },
  { key: 'opportunityId', kind: 'reference', of: '/opportunities' },
  { key: 'note', kind: 'long', isWide: true },
];
const which: FormField = {
  ...{ key: 'certificateId', kind: 'reference', of: '/certificates', isRequired: true, isWide: true },
};
export const awardFields: readonly FormField[] = [which, ...evidenceFields];

export const goalKind: RecordKind = { subject: 'goal', room: 'certificates.goal', path: '/goals', place: mine };
export const goalFields: readonly FormField[] = [{ key: 'dueOn', kind: 'day', isRequired: true }];
export const newGoalFields: readonly FormField[] = [which, ...goalFields];

const whose = (personId: string) => ({
  filter: [{ field: 'personId', op: 'is' as const, value: personId }],
  limit: 200,
});
/** What somebody was certified in, or has handed in. */
export const awardsQuery = defineQueryOptions(({ personId }: { personId: string }) => ({
  key: ['certificates', 'awards', personId],
  query: ({ signal }) => recordsPage<AwardView>(awardKind, { ...whose(personId), sort: '-completedOn' }, signal),
}));
export const goalsQuery = defineQueryOptions(({ personId }: { personId: string }) => ({
  key: ['certificates', 'goals', personId],
  query: ({ signal }) =>
    recordsPage<GoalView>(
      goalKind,
      {
        filter: [...whose(personId).filter, { field: 'kind', op: 'is', value: 'certificate' }],
        sort: 'dueOn',
        limit: 200,
      },
      signal,
    ),
}));
/** What waits for a signature, of all in sight. */
export const handedInQuery = defineQueryOptions(() => ({
  key: ['certificates', 'handed-in'],
  query: ({ signal }) =>
    recordsPage<AwardView>(
      awardKind,
      { filter: [{ field: 'state', op: 'is', value: 'handed-in' }], sort: 'completedOn', limit: 200 },
      signal,
    ),
}));
export const expiringQuery = defineQueryOptions(() => ({
  key: ['certificates', 'expiring'],
  query: ({ signal }) => http.get<ExpiringView>('/expiring-awards', { signal }),
}));

export const decide = ({ id, version }: AwardView, verdict: AwardVerdict) =>
  http.post<AwardView>(`/awards/${id}/verdict`, verdict, { ifMatch: version });

export const verificationQuery = defineQueryOptions(({ code }: { code: string }) => ({
  key: ['certificates', 'verification', code],
  query: ({ signal }) =>
    http.get<VerificationView>(`/verifications/${encodeURIComponent(code)}`, { signal, keepUnauthorised: true }),
}));
