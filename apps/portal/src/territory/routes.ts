import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

const roles = ['manager', 'admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  { path: '/team/territory', component: () => import('./TerritoryPage.vue'), meta: { titleKey: 'territory.title' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'team', to: '/team/territory', labelKey: 'territory.title', order: 30, roles },
];

export const commands: readonly Command[] = [
  { labelKey: 'territory.open', icon: 'i-lucide-map', to: '/team/territory', roles },
];

export const follows = { territory: ['account', 'person', 'import'] } as const;
