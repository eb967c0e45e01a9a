import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/team', component: () => import('./PeoplePage.vue'), meta: { titleKey: 'people.title' } },
];

export const nav: readonly NavEntry[] = [
  { to: '/team', labelKey: 'people.title', icon: 'i-lucide-users', order: 90, roles: ['manager', 'admin'] },
];

export const pages: readonly RoomPage[] = [
  { room: 'team', to: '/team', labelKey: 'people.tab.people', order: 10, roles: ['manager', 'admin'] },
];

export const commands: readonly Command[] = [
  { labelKey: 'people.open', icon: 'i-lucide-users', to: '/team', roles: ['manager', 'admin'] },
];
