import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/work', component: () => import('./WorkPage.vue'), meta: { titleKey: 'funnel.title' } },
];

export const pages: readonly RoomPage[] = [{ room: 'plan', to: '/plan/work', labelKey: 'funnel.title', order: 12 }];

export const commands: readonly Command[] = [{ labelKey: 'funnel.open', icon: 'i-lucide-funnel', to: '/plan/work' }];

/** What the work is computed from. */
export const follows = {
  funnel: ['opportunity', 'lead', 'sale', 'stage', 'target', 'import', 'organisation', 'person', 'team', 'leave'],
} as const;
