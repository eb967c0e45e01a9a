import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/review', redirect: '/review/overview' },
  { path: '/review/overview', component: () => import('./OverviewPage.vue'), meta: { titleKey: 'overview.title' } },
  { path: '/wall', component: () => import('./WallPage.vue'), meta: { titleKey: 'overview.wall', isBare: true } },
];

export const pages: readonly RoomPage[] = [
  { room: 'review', to: '/review/overview', labelKey: 'overview.title', order: 5, carries: 'person' },
];

export const commands: readonly Command[] = [
  { labelKey: 'overview.open', icon: 'i-lucide-layout-dashboard', to: '/review/overview' },
  { labelKey: 'overview.openWall', icon: 'i-lucide-monitor', to: '/wall' },
];

export const recordPaths = { overview_subscription: () => '/review/overview' } as const;

/** The tiles are read again when anything they sum changes. */
export const follows = {
  overview: [
    ...['sale', 'opportunity', 'stage', 'target', 'import', 'organisation', 'activity', 'account'],
    ...['invoice', 'receipt', 'measure_definition', 'overview_subscription', 'satisfaction'],
  ],
} as const;
