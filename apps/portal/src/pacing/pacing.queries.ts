import type { BridgeView, PacingQuery, PacingView } from '@milepost/contract/pacing';
import type { AdditiveMeasure } from '@milepost/core/targets/measures';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

export type PacingAsk = Pick<PacingQuery, 'by'> & { fiscalYear?: number; measure?: AdditiveMeasure };

/** Pace of everybody in sight by an axis, as of today. */
export const pacingQuery = defineQueryOptions(({ by, fiscalYear, measure = 'revenue' }: PacingAsk) => ({
  key: ['pacing', by, fiscalYear ?? 'now', measure],
  query: ({ signal }) => http.get<PacingView>('/pacing', { query: { by, fiscalYear, measure }, signal }),
}));

/** The gap of everybody in sight by cause, as of today. */
export const bridgeQuery = defineQueryOptions(() => ({
  key: ['pacing', 'bridge'],
  query: ({ signal }) => http.get<BridgeView>('/pacing/bridge', { signal }),
}));
