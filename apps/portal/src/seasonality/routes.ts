import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/season', component: () => import('./SeasonPage.vue'), meta: { titleKey: 'seasonality.title' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'plan', to: '/plan/season', labelKey: 'seasonality.title', order: 30 },
];

export const commands: readonly Command[] = [
  { labelKey: 'seasonality.open', icon: 'i-lucide-chart-spline', to: '/plan/season' },
];

/** The season is read again when the books change. */
export const follows = { seasonality: ['sale', 'opportunity', 'import', 'organisation'] } as const;
