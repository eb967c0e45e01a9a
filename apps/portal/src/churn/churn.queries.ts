import {
  type ChurnAlertView,
  type ChurnHealthView,
  type ChurnRecordView,
  type ChurnSettingsView,
  overrideVerdicts,
  renewalOutcomes,
} from '@milepost/contract/churn';
import type { WinBackChoices, WinBackTemplateView, WinBackView } from '@milepost/contract/win-back';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { recordsPage } from '../records/records.queries.ts';

type Signal = { signal: AbortSignal };

export const alertKind: RecordKind = {
  ...{ subject: 'churn_alert', room: 'churn', path: '/churn-alerts', place: '/review/churn' },
};
export const templateKind: RecordKind = {
  ...{ subject: 'win_back_template', room: 'churn.template', path: '/win-back-templates', place: '/settings/churn' },
};
export const overrideKind: RecordKind = {
  ...{ subject: 'churn_override', room: 'churn.override', path: '/churn-overrides', place: '/accounts' },
};
export const overrideFields: readonly FormField[] = [
  { key: 'verdict', kind: 'choice', choices: overrideVerdicts, isRequired: true },
  { key: 'untilDay', kind: 'day', isRequired: true },
  { key: 'reason', kind: 'long', isRequired: true, isWide: true },
];
export const renewalKind: RecordKind = {
  ...{ subject: 'renewal', room: 'churn.renewal', path: '/renewals', place: '/review/renewals' },
};
const renewalFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true },
  { key: 'endsOn', kind: 'day', isRequired: true },
  { key: 'nth', kind: 'number', isRequired: true },
  { key: 'amountMinor', kind: 'money' },
];
export const newRenewalFields: readonly FormField[] = [
  ...renewalFields,
  { key: 'accountId', kind: 'reference', of: '/accounts', isRequired: true },
];
export const renewalFieldsInFull: readonly FormField[] = [
  ...renewalFields,
  { key: 'outcome', kind: 'choice', choices: renewalOutcomes, isRequired: true },
];

/** Warnings in sight, those that are open or those that ended; the ones in the worst health first. */
export const alertsQuery = ({ status }: { status: 'open' | 'closed' }) => ({
  key: ['churn', 'alerts', status],
  query: ({ signal }: Signal) =>
    recordsPage<ChurnAlertView>(
      alertKind,
      {
        filter: [{ field: 'status', op: 'is', value: status }],
        sort: status === 'open' ? 'score' : '-closedOn',
        limit: 200,
      },
      signal,
    ),
});

/** How one customer is. */
export const healthQuery = (accountId: string) => ({
  key: ['churn', 'health', accountId],
  query: ({ signal }: Signal) => http.get<ChurnHealthView>(`/accounts/${accountId}/health`, { signal }),
});

/** A month of the warning and how good it was. */
export const churnRecordQuery = (month: string | undefined) => ({
  key: ['churn', 'record', month ?? 'now'],
  query: ({ signal }: Signal) => http.get<ChurnRecordView>('/churn/record', { query: { month }, signal }),
});

export const churnSettingsQuery = {
  key: ['churn', 'settings'],
  query: ({ signal }: Signal) => http.get<ChurnSettingsView>('/churn/settings', { signal }),
};

export const choicesQuery = (alertId: string) => ({
  key: ['churn', 'choices', alertId],
  query: ({ signal }: Signal) => http.get<WinBackChoices>(`/churn-alerts/${alertId}/choices`, { signal }),
});

export const templatesQuery = {
  key: ['churn', 'templates'],
  query: ({ signal }: Signal) => recordsPage<WinBackTemplateView>(templateKind, { limit: 200 }, signal),
};

export const winBackQuery = (id: string) => ({
  key: ['churn', 'win-back', id],
  query: ({ signal }: Signal) => http.get<WinBackView>(`/win-backs/${id}`, { signal }),
});
