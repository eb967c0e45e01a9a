import type { RouteRecordRaw } from 'vue-router';
import type { Command, QuickAdd, RecordSearch, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/cash', component: () => import('./CashPage.vue'), meta: { titleKey: 'receivables.title' } },
  {
    path: '/invoices',
    component: () => import('./InvoicesPage.vue'),
    meta: { titleKey: 'receivables.invoices.title' },
  },
  {
    path: '/invoices/:id',
    component: () => import('./InvoicePage.vue'),
    meta: { titleKey: 'receivables.invoices.title' },
  },
  {
    path: '/receipts',
    component: () => import('./ReceiptsPage.vue'),
    meta: { titleKey: 'receivables.receipts.title' },
  },
  {
    path: '/receipts/:id',
    component: () => import('./ReceiptPage.vue'),
    meta: { titleKey: 'receivables.receipts.title' },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'plan', to: '/plan/cash', labelKey: 'receivables.title', order: 70 },
];

export const commands: readonly Command[] = [
  { labelKey: 'receivables.open', icon: 'i-lucide-banknote', to: '/plan/cash' },
  { labelKey: 'receivables.invoices.open', icon: 'i-lucide-file-text', to: '/invoices' },
  { labelKey: 'receivables.receipts.open', icon: 'i-lucide-hand-coins', to: '/receipts' },
];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'receivables.invoices.one', icon: 'i-lucide-file-text', order: 62, to: '/invoices?add=1' },
];

export const search: readonly RecordSearch[] = [
  { kind: 'invoice', labelKey: 'receivables.invoices.title', icon: 'i-lucide-file-text', order: 60 },
];

export const recordPaths = {
  invoice: (id: string) => `/invoices/${id}`,
  receipt: (id: string) => `/receipts/${id}`,
  'credit-note': (id: string) => `/receipts/${id}`,
} as const;

/** What is owed is read again when an invoice or a payment changes; an invoice also says what was posted against it. */
export const follows = {
  receivables: ['invoice', 'receipt', 'receivables_definition', 'import', 'organisation'],
  invoice: ['receipt'],
} as const;
