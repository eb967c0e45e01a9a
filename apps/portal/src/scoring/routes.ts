import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

const roles = ['admin', 'manager'] as const;

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/settings/scoring',
    component: () => import('./ScoringPage.vue'),
    meta: { titleKey: 'scoring.title', roles },
  },
  {
    path: '/plan/lookalikes',
    component: () => import('./LookalikesPage.vue'),
    meta: { titleKey: 'scoring.lookalikes' },
  },
  { path: '/plan/portrait', component: () => import('./PortraitPage.vue'), meta: { titleKey: 'scoring.portrait' } },
  { path: '/plan/win-rates', component: () => import('./WinRatesPage.vue'), meta: { titleKey: 'scoring.winRates' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'plan', to: '/plan/lookalikes', labelKey: 'scoring.lookalikes', order: 26 },
  { room: 'plan', to: '/plan/portrait', labelKey: 'scoring.portrait', order: 27 },
  { room: 'plan', to: '/plan/win-rates', labelKey: 'scoring.winRates', order: 28 },
  { room: 'settings', to: '/settings/scoring', labelKey: 'scoring.title', order: 37, roles },
];

export const commands: readonly Command[] = [
  { labelKey: 'scoring.open', icon: 'i-lucide-gauge', to: '/settings/scoring', roles },
  { labelKey: 'scoring.openLookalikes', icon: 'i-lucide-users-round', to: '/plan/lookalikes' },
  { labelKey: 'scoring.openPortrait', icon: 'i-lucide-contact', to: '/plan/portrait' },
  { labelKey: 'scoring.openWinRates', icon: 'i-lucide-scale', to: '/plan/win-rates' },
];

/** Chances are read again when what they rest on changes. */
export const follows = {
  scoring: ['scoring_model', 'opportunity', 'lead', 'account', 'activity', 'import'],
} as const;
