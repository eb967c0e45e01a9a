import type { RouteRecordRaw } from 'vue-router';
import type { BesideRecord, Command, RoomPage } from '../frame/features.ts';

const ofTeam = ['manager', 'admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/today/promises',
    component: () => import('./PromisesPage.vue'),
    meta: { titleKey: 'cadence.page.title' },
  },
  {
    path: '/team/promises',
    component: () => import('./PromisesPage.vue'),
    props: { isTeam: true },
    meta: { titleKey: 'cadence.page.ofTeam' },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'today', to: '/today/promises', labelKey: 'cadence.page.title', order: 25 },
  { room: 'team', to: '/team/promises', labelKey: 'cadence.page.title', order: 40, roles: ofTeam },
];

export const commands: readonly Command[] = [
  { labelKey: 'cadence.page.open', icon: 'i-lucide-handshake', to: '/today/promises' },
  { labelKey: 'cadence.page.openTeam', icon: 'i-lucide-handshake', to: '/team/promises', roles: ofTeam },
];

export const besideRecords: readonly BesideRecord[] = [
  { subject: 'account', order: 20, component: async () => (await import('./PromiseCard.vue')).default },
];

/** A ledger is read again when visits, or what was promised, change. */
export const follows = { promise: ['activity', 'account', 'tier_settings', 'import', 'measure_definition'] } as const;
