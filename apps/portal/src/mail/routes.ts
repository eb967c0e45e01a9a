import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

const roles = ['admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  { path: '/settings/outbox', component: () => import('./OutboxPage.vue'), meta: { titleKey: 'mail.title', roles } },
];

export const pages: readonly RoomPage[] = [
  { room: 'settings', to: '/settings/outbox', labelKey: 'mail.title', order: 70, roles },
];

export const commands: readonly Command[] = [
  { labelKey: 'mail.open', icon: 'i-lucide-send', to: '/settings/outbox', roles },
];

/** An invitation that is made puts a mail into the outbox. */
export const follows = { mail: ['person'] } as const;
