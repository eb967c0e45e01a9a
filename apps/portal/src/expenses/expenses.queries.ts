import { type AuditView, contactRules, type ExpenseView, expenseStatuses } from '@milepost/contract/expenses';
import type { Page } from '@milepost/contract/page';
import { currencyExponent } from '@milepost/core/money/currency';
import type { StatusTone } from '@milepost/ui/StatusMark.vue';
import { http } from '../http/http.ts';
import type { Formats } from '../i18n/formats.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { recordsPage } from '../records/records.queries.ts';

export const expenseKind: RecordKind = {
  subject: 'expense',
  room: 'expenses',
  path: '/expenses',
  place: '/expenses',
  order: '-day',
};

/** The form of a claim. */
export const expenseFields: readonly FormField[] = [
  { key: 'purpose', kind: 'text', isRequired: true, isWide: true },
  { key: 'day', kind: 'day', isRequired: true },
  { key: 'amountMinor', kind: 'money', isRequired: true },
  { key: 'category', kind: 'text', isRequired: true, proposals: '/expense-categories' },
  { key: 'vendor', kind: 'text' },
  { key: 'accountId', kind: 'reference', of: '/accounts' },
  { key: 'campaign', kind: 'text' },
  { key: 'externalId', kind: 'text' },
];

/** By what the list can be narrowed. */
export const expenseFilters: readonly FormField[] = [
  { key: 'status', kind: 'choice', choices: expenseStatuses, isRequired: true },
  { key: 'personId', kind: 'reference', of: '/people' },
  { key: 'day', kind: 'day', isRequired: true },
  { key: 'category', kind: 'text', isRequired: true },
  { key: 'vendor', kind: 'text' },
  { key: 'amountMinor', kind: 'money', isRequired: true },
  { key: 'accountId', kind: 'reference', of: '/accounts' },
  { key: 'campaign', kind: 'text' },
];

export const limitKind: RecordKind = {
  subject: 'expense_limit',
  room: 'expenses.limits',
  path: '/expense-limits',
  place: '/settings/expense-limits',
};

export const limitFields: readonly FormField[] = [
  { key: 'category', kind: 'text', isRequired: true, isWide: true, proposals: '/expense-categories' },
  { key: 'singleMinor', kind: 'money' },
  { key: 'dayMinor', kind: 'money' },
  { key: 'contact', kind: 'choice', choices: contactRules, isRequired: true },
];

/** The amount of a claim, in its own currency. */
export const expenseMoney = (
  { amountMinor, currency }: Pick<ExpenseView, 'amountMinor' | 'currency'>,
  formats: Formats,
) => formats.money(amountMinor, { code: currency, exponent: currencyExponent(currency) });

export const toneOfStatus: Readonly<Record<ExpenseView['status'], StatusTone>> = {
  draft: 'quiet',
  submitted: 'open',
  approved: 'good',
  rejected: 'bad',
  reimbursed: 'good',
};

/** Claims in sight that wait for a decision, the oldest first: the first page of them. */
export const waitingQuery = {
  key: ['expense', 'waiting'],
  query: ({ signal }: { signal: AbortSignal }): Promise<Page<ExpenseView>> =>
    recordsPage<ExpenseView>(
      expenseKind,
      { sort: 'day', filter: [{ field: 'status', op: 'is', value: 'submitted' }] },
      signal,
    ),
};

/** Claims of the last ninety days that are worth a look. */
export const auditQuery = {
  key: ['expense', 'audit'],
  query: ({ signal }: { signal: AbortSignal }) => http.get<AuditView>('/expenses/audit', { signal }),
};
