import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

const roles = ['admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/settings/personal-data',
    component: () => import('./PersonalDataPage.vue'),
    meta: { titleKey: 'personal-data.title', roles },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'settings', to: '/settings/personal-data', labelKey: 'personal-data.title', order: 95, roles },
];

export const commands: readonly Command[] = [
  { labelKey: 'personal-data.open', icon: 'i-lucide-user-round-x', to: '/settings/personal-data', roles },
];
