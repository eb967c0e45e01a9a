import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/import', component: () => import('./ImportPage.vue'), meta: { titleKey: 'imports.title' } },
];

export const nav: readonly NavEntry[] = [
  { to: '/import', labelKey: 'imports.title', icon: 'i-lucide-upload', order: 95, roles: ['manager', 'admin'] },
];

export const pages: readonly RoomPage[] = [{ room: 'settings', to: '/import', labelKey: 'imports.title', order: 50 }];

export const commands: readonly Command[] = [
  { labelKey: 'imports.open', icon: 'i-lucide-upload', to: '/import', roles: ['manager', 'admin'] },
];
