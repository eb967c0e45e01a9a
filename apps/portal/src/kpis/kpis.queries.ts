import { type KpiStandingsView, type KpiView, kpiDirections, kpiPeriods, kpiRoles } from '@milepost/contract/kpis';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const kpiKind: RecordKind = { subject: 'kpi', room: 'kpis', path: '/kpis', place: '/review/kpis' };

/** Measures that can be somebody's own. */
export const kpiMeasures = [
  ...['revenue', 'margin', 'quantity', 'newCustomers', 'repurchaseRate', 'visits', 'signingRate', 'satisfied'],
  ...['collected', 'collectedWithin', 'marketCoverage', 'eventConversion', 'netPromoter', 'daysOutstanding'],
] as const;

const aims: readonly FormField[] = [
  { key: 'period', kind: 'choice', choices: kpiPeriods, isRequired: true },
  { key: 'direction', kind: 'choice', choices: kpiDirections, isRequired: true },
  { key: 'validFrom', kind: 'day', isRequired: true },
  { key: 'validTo', kind: 'day' },
];
/** How what is wanted is written: money, a count or a share, as the measure has it. */
export const aimField = (unit: KpiView['unit']): FormField =>
  unit === 'ratio'
    ? { key: 'aim', kind: 'percent' }
    : unit === 'money'
      ? { key: 'aim', kind: 'money' }
      : { key: 'aim', kind: 'number' };
/** A new one is watched first; what is wanted of it is said once its unit is known. */
export const newKpiFields: readonly FormField[] = [
  { key: 'measure', kind: 'choice', choices: kpiMeasures, isRequired: true },
  { key: 'role', kind: 'choice', choices: kpiRoles, isRequired: true },
  ...aims,
];
export const kpiFields = (unit: KpiView['unit']): readonly FormField[] => [aimField(unit), ...aims];

export const standingsQuery = defineQueryOptions(({ on }: { on: string }) => ({
  key: ['kpis', 'standings', on],
  query: ({ signal }) => http.get<KpiStandingsView>('/kpi-standings', { query: { on }, signal }),
}));
