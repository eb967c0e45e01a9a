import type {
  KnownSkills,
  MenteeProfileView,
  MentoringPool,
  MentorProfileView,
  MentorshipEntryView,
  MentorshipView,
} from '@milepost/contract/mentoring';
import type { Page } from '@milepost/contract/page';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const pairKind: RecordKind = {
  subject: 'mentorship',
  room: 'mentoring.pairs',
  path: '/mentorships',
  place: '/growth/pairs',
};

/** What the two agree on. */
export const agreementFields: readonly FormField[] = [
  { key: 'goal', kind: 'long', isWide: true },
  { key: 'untilDay', kind: 'day', isRequired: true },
  { key: 'everyDays', kind: 'number', isRequired: true },
  { key: 'minutes', kind: 'number', isRequired: true },
  { key: 'idleAfterDays', kind: 'number', isRequired: true },
];
export const pairFields: readonly FormField[] = [
  { key: 'menteeId', kind: 'reference', of: '/people', isRequired: true },
  { key: 'mentorId', kind: 'reference', of: '/people', isRequired: true },
  ...agreementFields,
];

const everything = { limit: 200, count: '1' } as const;

/** Pairs in sight, those that run first to end first. */
export const pairsQuery = defineQueryOptions((status: 'running' | 'ended') => ({
  key: ['mentoring', 'pairs', status],
  query: ({ signal }) =>
    http.get<Page<MentorshipView>>('/mentorships', {
      query: {
        ...everything,
        sort: status === 'running' ? 'untilDay' : '-untilDay',
        filter: JSON.stringify([{ field: 'status', op: 'is', value: status }]),
      },
      signal,
    }),
}));

/** The pairs of somebody that run: as their mentee, or as their mentor. */
export const pairsOfQuery = defineQueryOptions((of: { menteeId: string } | { mentorId: string }) => ({
  key: ['mentoring', 'pairs-of', ...Object.entries(of).flat()],
  query: ({ signal }) =>
    http.get<Page<MentorshipView>>('/mentorships', {
      query: {
        limit: 20,
        sort: 'untilDay',
        filter: JSON.stringify([
          { field: 'status', op: 'is', value: 'running' },
          ...Object.entries(of).map(([field, value]) => ({ field, op: 'is', value })),
        ]),
      },
      signal,
    }),
}));

export const pairQuery = defineQueryOptions((id: string) => ({
  key: ['mentoring', 'pair', id],
  query: ({ signal }) => http.get<MentorshipView>(`/mentorships/${id}`, { signal }),
}));

/** Visits and cases of a pair, newest first. */
export const entriesQuery = defineQueryOptions((id: string) => ({
  key: ['mentoring', 'entries', id],
  query: ({ signal }) =>
    http.get<Page<MentorshipEntryView>>('/mentorship-entries', {
      query: {
        ...everything,
        sort: '-onDay',
        filter: JSON.stringify([{ field: 'mentorshipId', op: 'is', value: id }]),
      },
      signal,
    }),
}));

export const mentorsQuery = defineQueryOptions({
  key: ['mentoring', 'mentors'],
  query: ({ signal }) => http.get<Page<MentorProfileView>>('/mentor-profiles', { query: everything, signal }),
});

export const menteesQuery = defineQueryOptions({
  key: ['mentoring', 'mentees'],
  query: ({ signal }) => http.get<Page<MenteeProfileView>>('/mentee-profiles', { query: everything, signal }),
});

/** All that a matching is made of. */
export const poolQuery = defineQueryOptions({
  key: ['mentoring', 'pool'],
  query: ({ signal }) => http.get<MentoringPool>('/mentoring/pool', { signal }),
});

/** What assessments say somebody could teach, and has to learn. */
export const readKnownSkills = (personId: string) =>
  http.get<KnownSkills>('/mentoring/known-skills', { query: { personId } });

/** How a figure comes about, as the server tells it. */
export const whyMentoring =
  (figure: 'fit' | 'share' | 'progress', about: Readonly<Record<string, string>>) => (signal: AbortSignal) =>
    http.get<Explained>('/mentoring/why', { query: { figure, ...about }, signal });
