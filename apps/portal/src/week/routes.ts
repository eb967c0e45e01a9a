import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/today/week', component: () => import('./WeekPage.vue'), meta: { titleKey: 'week.title' } },
];

export const pages: readonly RoomPage[] = [{ room: 'today', to: '/today/week', labelKey: 'week.title', order: 20 }];

export const commands: readonly Command[] = [
  { labelKey: 'week.open', icon: 'i-lucide-calendar-days', to: '/today/week' },
];

/** A week is planned anew when visits, promises, leave or hours change. */
export const follows = {
  week: ['activity', 'account', 'leave', 'person', 'tier_settings', 'organisation', 'import', 'measure_definition'],
} as const;
