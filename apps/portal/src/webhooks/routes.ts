import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

const roles = ['manager', 'admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/settings/webhooks',
    component: () => import('./WebhooksPage.vue'),
    meta: { titleKey: 'webhooks.title', roles },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'settings', to: '/settings/webhooks', labelKey: 'webhooks.title', order: 64, roles },
];

export const commands: readonly Command[] = [
  { labelKey: 'webhooks.open', icon: 'i-lucide-webhook', to: '/settings/webhooks', roles },
];
