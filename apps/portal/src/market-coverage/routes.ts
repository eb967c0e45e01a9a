import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/plan/coverage',
    component: () => import('./MarketCoveragePage.vue'),
    meta: { titleKey: 'market-coverage.title' },
  },
];

export const nav: readonly NavEntry[] = [
  { to: '/plan/coverage', labelKey: 'market-coverage.title', icon: 'i-lucide-grid-3x3', order: 22 },
];

export const commands: readonly Command[] = [
  { labelKey: 'market-coverage.open', icon: 'i-lucide-grid-3x3', to: '/plan/coverage' },
];

export const follows = {
  'market-coverage': ['account', 'activity', 'sale', 'import', 'measure_definition'],
} as const;
