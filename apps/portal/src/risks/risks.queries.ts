import { drillResults, type RiskDrillView, type RiskValueView, type RiskView } from '@milepost/contract/risks';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { recordsPage } from '../records/records.queries.ts';

type Signal = { signal: AbortSignal };

export const riskKind: RecordKind = { subject: 'risk', room: 'risks', path: '/risks', place: '/review/risks' };
export const drillKind: RecordKind = {
  ...{ subject: 'risk_drill', room: 'risks.drill', path: '/risk-drills', place: '/review/risks' },
};
export const drillFields: readonly FormField[] = [
  { key: 'onDay', kind: 'day', isRequired: true },
  { key: 'result', kind: 'choice', choices: drillResults, isRequired: true },
  { key: 'note', kind: 'long', isRequired: true, isWide: true },
];

export const risksQuery = {
  key: ['risks', 'all'],
  query: ({ signal }: Signal) => recordsPage<RiskView>(riskKind, { limit: 200 }, signal),
};
export const riskQuery = (id: string) => ({
  key: ['risks', 'one', id],
  query: ({ signal }: Signal) => http.get<RiskView>(`/risks/${id}`, { signal }),
});
/** What the measure of its trigger is today. */
export const riskValueQuery = (id: string) => ({
  key: ['risks', 'value', id],
  query: ({ signal }: Signal) => http.get<RiskValueView>(`/risks/${id}/value`, { signal }),
});
export const drillsQuery = (riskId: string) => ({
  key: ['risks', 'drills', riskId],
  query: ({ signal }: Signal) =>
    recordsPage<RiskDrillView>(
      drillKind,
      { filter: [{ field: 'riskId', op: 'is', value: riskId }], sort: '-onDay', limit: 100 },
      signal,
    ),
});
