import type { AbsencesView, HandOverView, LeaverView, WorkView } from '@milepost/contract/hand-over';
import type { Page } from '@milepost/contract/page';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** Who is away between two days, and who does their work: as far as one sees. */
export const absencesQuery = defineQueryOptions(({ from, to }: { from: string; to: string }) => ({
  key: ['absence', from, to],
  query: ({ signal }) => http.get<AbsencesView>('/absences', { query: { from, to }, signal }),
}));

/** Open work of somebody that falls into their absence, with who does it. */
export const workQuery = defineQueryOptions(
  ({ personId, from, to }: { personId: string; from: string; to: string }) => ({
    key: ['open-work', personId, from, to],
    query: ({ signal }) => http.get<WorkView>(`/absences/${personId}/work`, { query: { from, to }, signal }),
  }),
);

/** What was handed over and came back, the newest first. */
export const handOversQuery = defineQueryOptions({
  key: ['hand_over', 'list'],
  query: ({ signal }) => http.get<Page<HandOverView>>('/hand-overs', { query: { limit: 50 }, signal }),
});

/** Everything that is in somebody's name. */
export const leaverQuery = defineQueryOptions((personId: string) => ({
  key: ['leaver', personId],
  query: ({ signal }) => http.get<LeaverView>(`/leavers/${personId}`, { signal }),
}));
