import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

const roles = ['admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/settings/mailboxes',
    component: () => import('./MailboxesPage.vue'),
    meta: { titleKey: 'mailboxes.title', roles },
  },
  {
    path: '/settings/drop-address',
    component: () => import('./DropAddressPage.vue'),
    meta: { titleKey: 'mailboxes.drop.title' },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'settings', to: '/settings/mailboxes', labelKey: 'mailboxes.title', order: 71, roles },
  { room: 'settings', to: '/settings/drop-address', labelKey: 'mailboxes.drop.title', order: 72 },
];

export const commands: readonly Command[] = [
  { labelKey: 'mailboxes.open', icon: 'i-lucide-mailbox', to: '/settings/mailboxes', roles },
  { labelKey: 'mailboxes.drop.open', icon: 'i-lucide-mail-plus', to: '/settings/drop-address' },
];

/** With whom a mail was logged is told by name. */
export const follows = { mailbox: ['activity', 'account', 'contact', 'lead'] } as const;
