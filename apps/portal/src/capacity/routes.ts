import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/capacity', component: () => import('./CapacityPage.vue'), meta: { titleKey: 'capacity.title' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'plan', to: '/plan/capacity', labelKey: 'capacity.title', order: 50 },
];

export const commands: readonly Command[] = [
  { labelKey: 'capacity.open', icon: 'i-lucide-hourglass', to: '/plan/capacity' },
];

/** Hours follow from terms, leave and the working calendar. */
export const follows = { capacity: ['person', 'leave', 'team', 'organisation', 'import'] } as const;
