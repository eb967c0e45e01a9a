import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/work', component: () => import('./WorkPage.vue'), meta: { titleKey: 'funnel.title' } },
  {
    path: '/pipeline/funnel',
    component: () => import('./FunnelReportPage.vue'),
    meta: { titleKey: 'funnel.report.title' },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'plan', to: '/plan/work', labelKey: 'funnel.title', order: 12 },
  { room: 'pipeline', to: '/pipeline/funnel', labelKey: 'funnel.report.title', order: 40 },
];

export const commands: readonly Command[] = [
  { labelKey: 'funnel.open', icon: 'i-lucide-funnel', to: '/plan/work' },
  { labelKey: 'funnel.report.open', icon: 'i-lucide-funnel', to: '/pipeline/funnel' },
];

/** What the work is computed from. */
export const follows = {
  funnel: ['opportunity', 'lead', 'sale', 'stage', 'target', 'import', 'organisation', 'person', 'team', 'leave'],
} as const;
