import type { MixPlanView, MixProposalView, MixSolutionView, MixToDateView } from '@milepost/contract/mix';
import type { Page } from '@milepost/contract/page';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const mixPlanKind: RecordKind = { subject: 'mix_plan', room: 'mix', path: '/mix', place: '/plan/mix' };

/** The mixes of all years, newest first. */
export const mixPlansQuery = defineQueryOptions({
  key: ['mix_plan', 'list'],
  query: ({ signal }) => http.get<Page<MixPlanView>>('/mix', { query: { limit: 100 }, signal }),
});

/** The best mix of a plan in one version of it. */
export const mixSolutionQuery = defineQueryOptions(({ id, version }: { id: string; version: number }) => ({
  key: ['mix_plan', id, 'solution', version],
  query: ({ signal }) => http.get<MixSolutionView>(`/mix/${id}/solution`, { signal }),
}));

export const mixToDateQuery = defineQueryOptions((id: string) => ({
  key: ['mix', id, 'to-date'],
  query: ({ signal }) => http.get<MixToDateView>(`/mix/${id}/to-date`, { signal }),
}));

/** What a year's mix could begin with; with hours of selling a day, also the hours that there are. */
export const proposalOf = (fiscalYear: number, hoursPerDay?: number): Promise<MixProposalView> =>
  http.get<MixProposalView>('/mix/proposal', { query: { fiscalYear, hoursPerDay } });
