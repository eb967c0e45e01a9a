import type { PacingQuery, PacingView } from '@milepost/contract/pacing';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

export type PacingAsk = Pick<PacingQuery, 'by'> & { fiscalYear?: number };

/** Pace of everybody in sight by an axis, as of today. */
export const pacingQuery = defineQueryOptions(({ by, fiscalYear }: PacingAsk) => ({
  key: ['pacing', by, fiscalYear ?? 'now'],
  query: ({ signal }) => http.get<PacingView>('/pacing', { query: { by, fiscalYear }, signal }),
}));
