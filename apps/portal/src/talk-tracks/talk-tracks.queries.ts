import { objectionKinds } from '@milepost/contract/activities';
import type { ReviewView } from '@milepost/contract/talk-tracks';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const talkTrackKind: RecordKind = {
  subject: 'talk_track',
  room: 'talk-tracks',
  path: '/talk-tracks',
  place: '/review/talk-tracks',
};

export const talkTrackFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'objection', kind: 'choice', choices: objectionKinds, isRequired: true },
  { key: 'words', kind: 'long', isRequired: true, isWide: true },
];

export type ReviewAsk = { weekOf: string | null; weeks: number };

/** What the activities and deals of some weeks taught. */
export const reviewQuery = defineQueryOptions(({ weekOf, weeks }: ReviewAsk) => ({
  key: ['talk-tracks', 'review', weekOf ?? '', weeks],
  query: ({ signal }) => http.get<ReviewView>('/talk-tracks/review', { query: { weekOf, weeks }, signal }),
}));

export const whyReview = (ask: ReviewAsk, figure: string, key: string) => (signal: AbortSignal) =>
  http.get<Explained>('/talk-tracks/review/why', { query: { ...ask, figure, key }, signal });
