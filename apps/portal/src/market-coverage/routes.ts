import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/plan/coverage',
    component: () => import('./MarketCoveragePage.vue'),
    meta: { titleKey: 'market-coverage.title' },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'plan', to: '/plan/coverage', labelKey: 'market-coverage.title', order: 25 },
];

export const commands: readonly Command[] = [
  { labelKey: 'market-coverage.open', icon: 'i-lucide-grid-3x3', to: '/plan/coverage' },
];

export const follows = {
  'market-coverage': ['account', 'activity', 'sale', 'import', 'measure_definition'],
} as const;
