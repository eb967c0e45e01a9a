import type { BridgeView, PacingQuery, PacingView } from '@milepost/contract/pacing';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

export type PacingAsk = Pick<PacingQuery, 'by'> & { fiscalYear?: number };

/** Pace of everybody in sight by an axis, as of today. */
export const pacingQuery = defineQueryOptions(({ by, fiscalYear }: PacingAsk) => ({
  key: ['pacing', by, fiscalYear ?? 'now'],
  query: ({ signal }) => http.get<PacingView>('/pacing', { query: { by, fiscalYear }, signal }),
}));

/** The gap of everybody in sight by cause, as of today. */
export const bridgeQuery = defineQueryOptions(() => ({
  key: ['pacing', 'bridge'],
  query: ({ signal }) => http.get<BridgeView>('/pacing/bridge', { signal }),
}));
