import type { Page } from '@milepost/contract/page';
import type { CommitmentsView, PartsView, QuotaLetterView, TargetStepsView } from '@milepost/contract/quotas';
import type { RatePeriod, RateTargetView } from '@milepost/contract/rate-targets';
import type { AttainmentView, TargetGridView, TargetView } from '@milepost/contract/targets';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

export const targetsQuery = defineQueryOptions({
  key: ['target', 'list'],
  query: ({ signal }) => http.get<Page<TargetView>>('/targets', { query: { limit: 100 }, signal }),
});

export const targetGridQuery = defineQueryOptions((id: string) => ({
  key: ['target', id, 'grid'],
  query: ({ signal }) => http.get<TargetGridView>(`/targets/${id}/grid`, { signal }),
  // A grid that is being edited is not swapped under the hand: the save says when it is stale.
  refetchOnWindowFocus: false as const,
}));

export const attainmentQuery = ({ targetId, from, to }: { targetId: string; from: string; to: string }) => ({
  key: ['attainment', targetId, from, to],
  query: ({ signal }: { signal: AbortSignal }) =>
    http.get<AttainmentView>('/attainment', { query: { targetIds: targetId, from, to }, signal }),
});

export const rateTargetQuery = defineQueryOptions(({ id, period }: { id: string; period: RatePeriod }) => ({
  key: ['target', id, 'rates', period],
  query: ({ signal }) => http.get<RateTargetView>(`/targets/${id}/rates`, { query: { period }, signal }),
}));

export const targetStepsQuery = defineQueryOptions((id: string) => ({
  key: ['target', id, 'steps'],
  query: ({ signal }) => http.get<TargetStepsView>(`/targets/${id}/steps`, { signal }),
}));

export const commitmentsQuery = defineQueryOptions((id: string) => ({
  key: ['target', id, 'commitments'],
  query: ({ signal }) => http.get<CommitmentsView>(`/targets/${id}/commitments`, { signal }),
}));

export const partsQuery = defineQueryOptions(({ targetId, by }: { targetId: string; by: string }) => ({
  key: ['target', targetId, 'parts', by],
  query: ({ signal }) => http.get<PartsView>(`/targets/${targetId}/parts`, { query: { by }, signal }),
}));

export const quotaLetterQuery = defineQueryOptions(
  ({ targetId, personId }: { targetId: string; personId: string }) => ({
    key: ['target', targetId, 'letter', personId],
    query: ({ signal }) => http.get<QuotaLetterView>(`/targets/${targetId}/letter/${personId}`, { signal }),
  }),
);
