import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/today', component: () => import('./TodayPage.vue'), meta: { titleKey: 'today.title' } },
  {
    path: '/today/accounts',
    component: () => import('./IdleAccountsPage.vue'),
    meta: { titleKey: 'today.idle.title' },
  },
];

export const nav: readonly NavEntry[] = [
  {
    to: '/today',
    labelKey: 'today.title',
    icon: 'i-lucide-sun',
    order: 10,
    isOnPhoneBar: true,
    homeOf: ['rep'],
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'today', to: '/today', labelKey: 'today.title', order: 10 },
  { room: 'today', to: '/today/accounts', labelKey: 'today.idle.title', order: 30 },
];

export const commands: readonly Command[] = [
  { labelKey: 'today.open', icon: 'i-lucide-sun', to: '/today' },
  { labelKey: 'today.idle.open', icon: 'i-lucide-building-2', to: '/today/accounts' },
];

const checklist = () => '/plan/milestones';
export const recordPaths = {
  checklist_item: checklist,
  'first-visit': (id: string) => `/accounts/${id}`,
  'cadence-visit': (id: string) => `/accounts/${id}`,
  'quota-letter': (id: string) => `/plan/targets/${id}`,
  'forecast-due': () => '/pipeline/forecast',
  'forecast-stale': () => '/pipeline/forecast',
} as const;

/** The list ranks again when anything changes that it is made of. */
export const follows = {
  today: [
    ...(['activity', 'invoice', 'receipt', 'action', 'checklist_item', 'opportunity', 'stage', 'sale'] as const),
    ...([
      'account',
      'leave',
      'today_mark',
      'import',
      'person',
      'organisation',
      'measure_definition',
      'tier_settings',
      'target',
      'goal',
      'forecast_submission',
      'role_play',
      'exercise',
      'meeting_action',
      'issue',
      'pledge',
      'edition',
    ] as const),
  ],
};
