import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/week', component: () => import('./WeekPage.vue'), meta: { titleKey: 'week.title' } },
];

export const nav: readonly NavEntry[] = [
  { to: '/week', labelKey: 'week.title', icon: 'i-lucide-calendar-days', order: 12 },
];

export const commands: readonly Command[] = [{ labelKey: 'week.open', icon: 'i-lucide-calendar-days', to: '/week' }];

/** A week is planned anew when visits, promises, leave or hours change. */
export const follows = {
  week: ['activity', 'account', 'leave', 'person', 'tier_settings', 'organisation', 'import', 'measure_definition'],
} as const;
