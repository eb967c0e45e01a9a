import type {
  AttainedWhyQuery,
  AttainmentAxis,
  AttainmentGrain,
  AttainmentPartsView,
  AttainmentPeriodsView,
} from '@milepost/contract/attainment';
import type { BridgeQuery, BridgeView } from '@milepost/contract/pacing';
import type { AdditiveMeasure } from '@milepost/core/targets/measures';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';

/** Which periods are looked at. */
export type PeriodsAsk = { measure: AdditiveMeasure; fiscalYear: number | undefined; grain: AttainmentGrain };
/** Which of them, and divided by what. */
export type PartsAsk = PeriodsAsk & { from: string; by: AttainmentAxis };

const room = 'attainment-periods';

export const periodsQuery = defineQueryOptions((ask: PeriodsAsk) => ({
  key: [room, ask.measure, ask.fiscalYear ?? 'now', ask.grain],
  query: ({ signal }) => http.get<AttainmentPeriodsView>('/attainment/periods', { query: ask, signal }),
}));

export const partsQuery = defineQueryOptions(({ measure, fiscalYear, grain, from, by }: PartsAsk) => ({
  key: [room, 'parts', measure, fiscalYear ?? 'now', grain, from, by],
  query: ({ signal }) =>
    http.get<AttainmentPartsView>('/attainment/parts', { query: { measure, fiscalYear, grain, from, by }, signal }),
}));

/** Whose gap is split by cause, in which period: the same split as on the page of pace. */
export type GapAsk = Pick<BridgeQuery, 'asOf' | 'fiscalYear' | 'period' | 'id'> & { by: BridgeQuery['by'] };

export const gapQuery = defineQueryOptions((ask: GapAsk) => ({
  key: ['pacing', 'bridge', ask.asOf ?? '', ask.period ?? 'year', ask.by, ask.id ?? ''],
  query: ({ signal }) => http.get<BridgeView>('/pacing/bridge', { query: ask, signal }),
}));

export const whyGap =
  (ask: GapAsk, figure: string) =>
  (signal: AbortSignal): Promise<Explained> =>
    http.get<Explained>('/pacing/bridge/why', { query: { ...ask, figure }, signal });

/** How a figure of a period or of a part of it comes about. */
export const whyAttained =
  (query: Omit<AttainedWhyQuery, 'id' | 'by'> & Partial<Pick<AttainedWhyQuery, 'id' | 'by'>>) =>
  (signal: AbortSignal): Promise<Explained> =>
    http.get<Explained>('/attainment/parts/why', { query, signal });
