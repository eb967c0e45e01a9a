import type { ReportAxis, ReportView, WorkView } from '@milepost/contract/funnel';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';

export type WorkAsk = { personId: string | null; teamId: string | null; confidence: number };

/** The gap of somebody and the work that closes it. */
export const workQuery = defineQueryOptions(({ personId, teamId, confidence }: WorkAsk) => ({
  key: ['funnel', personId ?? '', teamId ?? '', confidence],
  query: ({ signal }) => http.get<WorkView>('/funnel', { query: { personId, teamId, confidence }, signal }),
}));

export type ReportAsk = { by: ReportAxis; from: string | null; to: string | null };

/** Closed deals stage by stage, by an axis. */
export const reportQuery = defineQueryOptions((ask: ReportAsk) => ({
  key: ['funnel', 'report', ask.by, ask.from ?? '', ask.to ?? ''],
  query: ({ signal }) => http.get<ReportView>('/funnel/report', { query: ask, signal }),
}));

/** How a rate of the report comes about; no key stands for what nobody has said. */
export const whyReport =
  (ask: ReportAsk & { stage: string; key?: string }) =>
  (signal: AbortSignal): Promise<Explained> =>
    http.get<Explained>('/funnel/report/why', { query: ask, signal });
