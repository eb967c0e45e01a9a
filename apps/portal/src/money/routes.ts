import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

const roles = ['admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  { path: '/settings/rates', component: () => import('./RatesPage.vue'), meta: { titleKey: 'money.title', roles } },
];

export const pages: readonly RoomPage[] = [
  { room: 'settings', to: '/settings/rates', labelKey: 'money.title', order: 45, roles },
];

export const commands: readonly Command[] = [
  { labelKey: 'money.open', icon: 'i-lucide-coins', to: '/settings/rates', roles },
];

/** Rates that are missing are those of sales. */
export const follows = { rate: ['sale', 'opportunity', 'import'] } as const;
