import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

const roles = ['admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  { path: '/settings/jobs', component: () => import('./JobsPage.vue'), meta: { titleKey: 'jobs.title', roles } },
];

export const pages: readonly RoomPage[] = [
  { room: 'settings', to: '/settings/jobs', labelKey: 'jobs.title', order: 80, roles },
];

export const commands: readonly Command[] = [
  { labelKey: 'jobs.open', icon: 'i-lucide-alarm-clock', to: '/settings/jobs', roles },
];
