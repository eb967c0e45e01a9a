import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/scorecard', component: () => import('./ScorecardPage.vue'), meta: { titleKey: 'scorecard.title' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'plan', to: '/plan/scorecard', labelKey: 'scorecard.title', order: 25 },
];

export const commands: readonly Command[] = [
  { labelKey: 'scorecard.open', icon: 'i-lucide-clipboard-check', to: '/plan/scorecard' },
];

/** Standings are read again when what they weigh, or what is wanted, changes. */
export const follows = {
  scorecard: [
    'target',
    'sale',
    'receipt',
    'invoice',
    'activity',
    'account',
    'lead',
    'rate',
    'measure_definition',
    'kpi',
    'satisfaction',
  ],
} as const;
