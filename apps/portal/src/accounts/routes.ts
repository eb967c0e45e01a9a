import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, QuickAdd, RecordSearch } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/accounts', component: () => import('./AccountsPage.vue'), meta: { titleKey: 'accounts.title' } },
  { path: '/accounts/:id', component: () => import('./AccountPage.vue'), meta: { titleKey: 'accounts.title' } },
];

export const nav: readonly NavEntry[] = [
  { to: '/accounts', labelKey: 'accounts.title', icon: 'i-lucide-building-2', order: 40, isOnPhoneBar: true },
];

export const commands: readonly Command[] = [
  { labelKey: 'accounts.open', icon: 'i-lucide-building-2', to: '/accounts' },
];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'accounts.one', icon: 'i-lucide-building-2', order: 10, to: '/accounts?add=1' },
];

export const search: readonly RecordSearch[] = [
  { kind: 'account', labelKey: 'accounts.title', icon: 'i-lucide-building-2', order: 10 },
];

export const recordPaths = { account: (id: string) => `/accounts/${id}` } as const;

/** What happened with a customer is read again when anything of them changes. */
export const follows = {
  'time-line': [
    ...['account', 'activity', 'attachment', 'contact', 'import', 'invoice', 'lead', 'opportunity', 'receipt', 'sale'],
    ...['stage', 'tier_settings'],
  ],
} as const;
