import { type MissingRates, rateKinds } from '@milepost/contract/money';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const rateKind: RecordKind = {
  subject: 'rate',
  room: 'money',
  path: '/rates',
  place: '/settings/rates',
  order: '-day',
};

/** The form of an exchange rate. */
export const rateFields: readonly FormField[] = [
  { key: 'kind', kind: 'choice', choices: rateKinds, isRequired: true, isWide: true },
  { key: 'currency', kind: 'text', isRequired: true, proposals: '/currencies' },
  { key: 'day', kind: 'day', isRequired: true },
  { key: 'rate', kind: 'decimal', isRequired: true },
  { key: 'source', kind: 'text' },
];

/** Days and currencies in which something was sold and no rate is known: totals wait for them. */
export const missingRatesQuery = () => ({
  key: ['rate', 'missing'],
  query: async ({ signal }: { signal: AbortSignal }) =>
    (await http.get<MissingRates>('/missing-rates', { signal })).items,
});
