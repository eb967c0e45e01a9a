import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, RoomPage } from '../frame/features.ts';

const roles = ['admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/settings',
    component: () => import('./OrganisationPage.vue'),
    meta: { titleKey: 'organisation.title', roles },
  },
  {
    path: '/settings/stages',
    component: () => import('./StagesPage.vue'),
    meta: { titleKey: 'organisation.stages.title', roles },
  },
];

export const nav: readonly NavEntry[] = [
  { to: '/settings', labelKey: 'frame.settings', icon: 'i-lucide-settings', order: 100, roles },
];

export const pages: readonly RoomPage[] = [
  { room: 'settings', to: '/settings', labelKey: 'organisation.title', order: 10, roles },
  { room: 'settings', to: '/settings/stages', labelKey: 'organisation.stages.title', order: 20, roles },
];

export const commands: readonly Command[] = [
  { labelKey: 'organisation.open', icon: 'i-lucide-settings', to: '/settings', roles },
  { labelKey: 'organisation.stages.openPage', icon: 'i-lucide-list-ordered', to: '/settings/stages', roles },
];
