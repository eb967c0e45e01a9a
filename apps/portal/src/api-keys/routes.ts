import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/settings/api-keys', component: () => import('./ApiKeysPage.vue'), meta: { titleKey: 'api-keys.title' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'settings', to: '/settings/api-keys', labelKey: 'api-keys.title', order: 62 },
];

export const commands: readonly Command[] = [
  { labelKey: 'api-keys.open', icon: 'i-lucide-key-round', to: '/settings/api-keys' },
];
