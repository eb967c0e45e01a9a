import {
  type EditionCommentView,
  type EditionFigureName,
  type EditionReading,
  type EditionSubscriptionView,
  type EditionView,
  type PledgeView,
  pledgeKinds,
  type SettlePledge,
} from '@milepost/contract/reports';
import { editionKinds } from '@milepost/core/reports/edition-span';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { addressOf, http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { recordsPage } from '../records/records.queries.ts';

const place = '/review/reports';
export const editionKind: RecordKind = { subject: 'edition', room: 'reports', path: '/editions', place };
export const newEditionFields: readonly FormField[] = [
  { key: 'kind', kind: 'choice', choices: editionKinds, isRequired: true },
  { key: 'day', kind: 'day' },
];
export const wordFields: readonly FormField[] = [
  { key: 'achieved', kind: 'long', isWide: true },
  { key: 'obstacles', kind: 'long', isWide: true },
  { key: 'outlook', kind: 'long', isWide: true },
];
export const pledgeKind: RecordKind = { subject: 'pledge', room: 'reports.pledge', path: '/pledges', place };
export const pledgeFields: readonly FormField[] = [
  { key: 'kind', kind: 'choice', choices: pledgeKinds, isRequired: true },
  { key: 'dueOn', kind: 'day' },
  { key: 'text', kind: 'long', isRequired: true, isWide: true },
];
export const commentKind: RecordKind = {
  ...{ subject: 'edition_comment', room: 'reports.comment', path: '/edition-comments', place },
};
export const subscriptionKind: RecordKind = {
  ...{ subject: 'edition_subscription', room: 'reports.subscription', path: '/edition-subscriptions', place },
};
export const subscriptionFields: readonly FormField[] = [
  { key: 'kind', kind: 'choice', choices: editionKinds, isRequired: true },
  { key: 'aboutId', kind: 'reference', of: '/people' },
];

const about = (field: string, value: string) => [{ field, op: 'is' as const, value }];

/** Editions in sight, the newest first; of one person, or of all. */
export const editionsQuery = defineQueryOptions(({ personId, kind }: { personId: string; kind: string }) => ({
  key: ['reports', 'editions', personId, kind],
  query: ({ signal }) =>
    recordsPage<EditionView>(
      editionKind,
      {
        ...{ sort: '-endsOn', limit: 100 },
        filter: [...(personId ? about('personId', personId) : []), ...(kind ? about('kind', kind) : [])],
      },
      signal,
    ),
}));
export const readingQuery = defineQueryOptions(({ id }: { id: string }) => ({
  key: ['reports', 'reading', id],
  query: ({ signal }) => http.get<EditionReading>(`/editions/${id}/reading`, { signal }),
}));
/** What somebody undertook by the end of a span that is not before this day. */
export const pledgesQuery = defineQueryOptions(
  ({ personId, from, to }: { personId: string; from: string; to: string }) => ({
    key: ['reports', 'pledges', personId, from, to],
    query: ({ signal }) =>
      recordsPage<PledgeView>(
        pledgeKind,
        {
          ...{ sort: 'createdAt', limit: 200 },
          filter: [
            ...about('personId', personId),
            { field: 'dueOn', op: 'gte', value: from },
            { field: 'dueOn', op: 'lte', value: to },
          ],
        },
        signal,
      ),
  }),
);
export const madePledgesQuery = defineQueryOptions(({ editionId }: { editionId: string }) => ({
  key: ['reports', 'made', editionId],
  query: ({ signal }) =>
    recordsPage<PledgeView>(
      pledgeKind,
      { sort: 'createdAt', limit: 200, filter: about('editionId', editionId) },
      signal,
    ),
}));
export const commentsQuery = defineQueryOptions(({ editionId }: { editionId: string }) => ({
  key: ['reports', 'comments', editionId],
  query: ({ signal }) =>
    recordsPage<EditionCommentView>(
      commentKind,
      { sort: 'createdAt', limit: 200, filter: about('editionId', editionId) },
      signal,
    ),
}));
export const subscriptionsQuery = defineQueryOptions(({ personId }: { personId: string }) => ({
  key: ['reports', 'subscriptions', personId],
  query: ({ signal }) =>
    recordsPage<EditionSubscriptionView>(subscriptionKind, { limit: 200, filter: about('personId', personId) }, signal),
}));

export const submitEdition = ({ id, version }: EditionView) =>
  http.post<EditionView>(`/editions/${id}/submit`, undefined, { ifMatch: version });
export const signEdition = ({ id, version }: EditionView) =>
  http.post<EditionView>(`/editions/${id}/sign`, undefined, { ifMatch: version });
export const settlePledge = ({ id, version }: PledgeView, said: SettlePledge) =>
  http.post<PledgeView>(`/pledges/${id}/settle`, said, { ifMatch: version });
export const setAside = (kind: RecordKind, { id, version }: { id: string; version: number }) =>
  http.post(`${kind.path}/${id}/archive`, undefined, { ifMatch: version });

export const whyEdition = (id: string, figure: EditionFigureName) => (signal: AbortSignal) =>
  http.get<Explained>(`/editions/${id}/why`, { query: { figure }, signal });
export const editionFile = (id: string, ending: 'pdf' | 'xlsx', locale: string): string =>
  addressOf(`/editions/${id}/report.${ending}`, { locale });
