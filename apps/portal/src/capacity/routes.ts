import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/capacity', component: () => import('./CapacityPage.vue'), meta: { titleKey: 'capacity.title' } },
];

export const nav: readonly NavEntry[] = [
  { to: '/plan/capacity', labelKey: 'capacity.title', icon: 'i-lucide-hourglass', order: 26 },
];

export const commands: readonly Command[] = [
  { labelKey: 'capacity.open', icon: 'i-lucide-hourglass', to: '/plan/capacity' },
];

/** Hours follow from terms, leave and the working calendar. */
export const follows = { capacity: ['person', 'leave', 'team', 'organisation', 'import'] } as const;
