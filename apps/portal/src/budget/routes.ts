import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/plan/budget',
    component: () => import('./BudgetPage.vue'),
    meta: { titleKey: 'budget.title', roles: ['manager', 'admin'] },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'plan', to: '/plan/budget', labelKey: 'budget.title', order: 70, roles: ['manager', 'admin'] },
];

export const commands: readonly Command[] = [
  { labelKey: 'budget.open', icon: 'i-lucide-wallet-cards', to: '/plan/budget', roles: ['manager', 'admin'] },
];

export const recordPaths = { budget_line: (id: string) => `/plan/budget?line=${id}` } as const;

/** Burn, cost per result and the proposal are read again when what they are computed from changes. */
export const follows = {
  budget: ['budget_line', 'expense', 'lead', 'activity', 'opportunity', 'sale', 'import', 'team', 'organisation'],
} as const;
