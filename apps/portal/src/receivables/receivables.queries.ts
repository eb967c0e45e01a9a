import {
  type InvoiceView,
  type ReceiptView,
  type ReceivablesDefinition,
  type ReceivablesQuery,
  type ReceivablesView,
  receiptKinds,
} from '@milepost/contract/receivables';
import { currencyExponent } from '@milepost/core/money/currency';
import { http } from '../http/http.ts';
import type { Formats } from '../i18n/formats.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const invoiceKind: RecordKind = {
  subject: 'invoice',
  room: 'receivables.invoices',
  path: '/invoices',
  place: '/invoices',
  order: '-issuedOn',
};
export const receiptKind: RecordKind = {
  subject: 'receipt',
  room: 'receivables.receipts',
  path: '/receipts',
  place: '/receipts',
  order: '-day',
};

/** The form of an invoice. Without a due day it is due by the default terms of the organisation. */
export const invoiceFields: readonly FormField[] = [
  { key: 'number', kind: 'text', isRequired: true },
  { key: 'accountId', kind: 'reference', of: '/accounts' },
  { key: 'amountMinor', kind: 'money', isRequired: true },
  { key: 'issuedOn', kind: 'day', isRequired: true },
  { key: 'dueOn', kind: 'day' },
  { key: 'terms', kind: 'text' },
  { key: 'isDisputed', kind: 'flag' },
  { key: 'ownerId', kind: 'reference', of: '/people' },
  { key: 'backupId', kind: 'reference', of: '/people' },
  { key: 'note', kind: 'long' },
];

/** The form of a payment or credit note, posted on the page of its invoice, with which it stays. */
export const receiptFields: readonly FormField[] = [
  { key: 'kind', kind: 'choice', choices: receiptKinds, isRequired: true },
  { key: 'day', kind: 'day', isRequired: true },
  { key: 'amountMinor', kind: 'money', isRequired: true },
  { key: 'externalId', kind: 'text' },
  { key: 'note', kind: 'long' },
];
/** An amount in a currency that need not be the organisation's. */
export const moneyIn = (minor: number | null, currency: string, formats: Formats): string | null =>
  formats.money(minor, { code: currency, exponent: currencyExponent(currency) });

/** What a payment or credit note is called: its day and amount. */
export const receiptName = (receipt: ReceiptView, formats: Formats): string =>
  [formats.day(receipt.day), moneyIn(receipt.amountMinor, receipt.currency, formats)].join(' · ');

/** What an invoice is called in a line of another page, and what is open on it. */
export const invoiceLine = (invoice: InvoiceView, formats: Formats) => ({
  name: `${invoice.number} · ${moneyIn(invoice.amountMinor, invoice.currency, formats)}`,
  note: formats.day(invoice.dueOn),
});

export type ReceivablesAsk = Pick<ReceivablesQuery, 'by'> & { asOf: string | null; currency: string | null };

/** Receivables of everybody in sight by an axis. */
export const receivablesQuery = ({ by, asOf, currency }: ReceivablesAsk) => ({
  key: ['receivables', by, asOf ?? 'today', currency ?? 'only'],
  query: ({ signal }: { signal: AbortSignal }) =>
    http.get<ReceivablesView>('/receivables', { query: { by, asOf, currency }, signal }),
});

/** What the figures mean here. */
export const definitionQuery = () => ({
  key: ['receivables', 'definition'],
  query: ({ signal }: { signal: AbortSignal }) =>
    http.get<ReceivablesDefinition>('/receivables/definition', { signal }),
});
