import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, QuickAdd } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/leave', component: () => import('./LeavesPage.vue'), meta: { titleKey: 'leave.title' } },
  { path: '/leave/:id', component: () => import('./LeavePage.vue'), meta: { titleKey: 'leave.title' } },
];

export const nav: readonly NavEntry[] = [
  { to: '/leave', labelKey: 'leave.title', icon: 'i-lucide-palmtree', order: 92 },
];

export const commands: readonly Command[] = [{ labelKey: 'leave.open', icon: 'i-lucide-palmtree', to: '/leave' }];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'leave.one', icon: 'i-lucide-palmtree', order: 80, to: '/leave?add=1' },
];

export const recordPaths = { leave: (id: string) => `/leave/${id}` } as const;
