import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, QuickAdd, RecordSearch } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/sales', component: () => import('./SalesPage.vue'), meta: { titleKey: 'sales.title' } },
  { path: '/sales/:id', component: () => import('./SalePage.vue'), meta: { titleKey: 'sales.title' } },
  { path: '/credits/:id', component: () => import('./CreditPage.vue'), meta: { titleKey: 'sales.title' } },
];

export const nav: readonly NavEntry[] = [
  { to: '/sales', labelKey: 'sales.title', icon: 'i-lucide-receipt', order: 35 },
];

export const commands: readonly Command[] = [{ labelKey: 'sales.open', icon: 'i-lucide-receipt', to: '/sales' }];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'sales.one', icon: 'i-lucide-receipt', order: 60, to: '/sales?add=1' },
];

export const search: readonly RecordSearch[] = [
  { kind: 'sale', labelKey: 'sales.title', icon: 'i-lucide-receipt', order: 65 },
];

export const recordPaths = {
  sale: (id: string) => `/sales/${id}`,
  credit: (id: string) => `/credits/${id}`,
} as const;
