import type { WorkView } from '@milepost/contract/funnel';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

export type WorkAsk = { personId: string | null; teamId: string | null; confidence: number };

/** The gap of somebody and the work that closes it. */
export const workQuery = defineQueryOptions(({ personId, teamId, confidence }: WorkAsk) => ({
  key: ['funnel', personId ?? '', teamId ?? '', confidence],
  query: ({ signal }) => http.get<WorkView>('/funnel', { query: { personId, teamId, confidence }, signal }),
}));
