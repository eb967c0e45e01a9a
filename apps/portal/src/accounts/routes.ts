import type { AccountView } from '@milepost/contract/accounts';
import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, QuickAdd } from '../frame/features.ts';
import { recordSearch } from '../records/record-search.ts';
import { accountKind } from './accounts.queries.ts';

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

export const search = [
  recordSearch<AccountView>(accountKind, {
    labelKey: 'accounts.title',
    icon: 'i-lucide-building-2',
    order: 10,
    noteOf: ({ region }) => region,
  }),
];

export const recordPaths = { account: (id: string) => `/accounts/${id}` } as const;
