import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, QuickAdd, RecordSearch, RoomPage } from '../frame/features.ts';

const limits = { titleKey: 'expenses.limits.title', roles: ['admin' as const] };

export const routes: readonly RouteRecordRaw[] = [
  { path: '/expenses', component: () => import('./ExpensesPage.vue'), meta: { titleKey: 'expenses.title' } },
  {
    path: '/expenses/review',
    component: () => import('./ReviewPage.vue'),
    meta: { titleKey: 'expenses.review.title', roles: ['manager', 'admin'] },
  },
  { path: '/expenses/:id', component: () => import('./ExpensePage.vue'), meta: { titleKey: 'expenses.title' } },
  { path: '/settings/expense-limits', component: () => import('./LimitsPage.vue'), meta: limits },
  { path: '/settings/expense-limits/:id', component: () => import('./LimitPage.vue'), meta: limits },
];

export const nav: readonly NavEntry[] = [
  { to: '/expenses', labelKey: 'expenses.title', icon: 'i-lucide-wallet', order: 37 },
];

export const pages: readonly RoomPage[] = [
  { room: 'settings', to: '/settings/expense-limits', labelKey: 'expenses.limits.title', order: 60, roles: ['admin'] },
];

export const commands: readonly Command[] = [
  { labelKey: 'expenses.open', icon: 'i-lucide-wallet', to: '/expenses' },
  {
    labelKey: 'expenses.review.open',
    icon: 'i-lucide-list-checks',
    to: '/expenses/review',
    roles: ['manager', 'admin'],
  },
];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'expenses.one', icon: 'i-lucide-wallet', order: 55, to: '/expenses?add=1' },
];

export const search: readonly RecordSearch[] = [
  { kind: 'expense', labelKey: 'expenses.title', icon: 'i-lucide-wallet', order: 90 },
];

export const recordPaths = {
  expense: (id: string) => `/expenses/${id}`,
  expense_limit: (id: string) => `/settings/expense-limits/${id}`,
} as const;
