import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/work', component: () => import('./WorkPage.vue'), meta: { titleKey: 'funnel.title' } },
];

export const nav: readonly NavEntry[] = [
  { to: '/plan/work', labelKey: 'funnel.title', icon: 'i-lucide-funnel', order: 17 },
];

export const commands: readonly Command[] = [{ labelKey: 'funnel.open', icon: 'i-lucide-funnel', to: '/plan/work' }];

/** What the work is computed from. */
export const follows = {
  funnel: ['opportunity', 'lead', 'sale', 'stage', 'target', 'import', 'organisation', 'person', 'team'],
} as const;
