import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, RoomPage } from '../frame/features.ts';

const roles = ['admin', 'manager'] as const;

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/settings/scoring',
    component: () => import('./ScoringPage.vue'),
    meta: { titleKey: 'scoring.title', roles },
  },
  {
    path: '/market/lookalikes',
    component: () => import('./LookalikesPage.vue'),
    meta: { titleKey: 'scoring.lookalikes' },
  },
  { path: '/market', redirect: '/market/lookalikes' },
  { path: '/market/portrait', component: () => import('./PortraitPage.vue'), meta: { titleKey: 'scoring.portrait' } },
  {
    path: '/pipeline/win-rates',
    component: () => import('./WinRatesPage.vue'),
    meta: { titleKey: 'scoring.winRates' },
  },
];

export const nav: readonly NavEntry[] = [
  { to: '/market', labelKey: 'frame.market', icon: 'i-lucide-telescope', order: 60 },
];

export const pages: readonly RoomPage[] = [
  { room: 'market', to: '/market/lookalikes', labelKey: 'scoring.lookalikes', order: 10 },
  { room: 'market', to: '/market/portrait', labelKey: 'scoring.portrait', order: 20 },
  { room: 'pipeline', to: '/pipeline/win-rates', labelKey: 'scoring.winRates', order: 50 },
  { room: 'settings', to: '/settings/scoring', labelKey: 'scoring.title', order: 37, roles },
];

export const commands: readonly Command[] = [
  { labelKey: 'scoring.open', icon: 'i-lucide-gauge', to: '/settings/scoring', roles },
  { labelKey: 'scoring.openLookalikes', icon: 'i-lucide-users-round', to: '/market/lookalikes' },
  { labelKey: 'scoring.openPortrait', icon: 'i-lucide-contact', to: '/market/portrait' },
  { labelKey: 'scoring.openWinRates', icon: 'i-lucide-scale', to: '/pipeline/win-rates' },
];

/** Chances are read again when what they rest on changes. */
export const follows = {
  scoring: ['scoring_model', 'opportunity', 'lead', 'account', 'activity', 'import'],
} as const;
