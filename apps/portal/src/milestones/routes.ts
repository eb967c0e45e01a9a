import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/milestones', component: () => import('./MilestonesPage.vue'), meta: { titleKey: 'milestones.title' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'plan', to: '/plan/milestones', labelKey: 'milestones.title', order: 45 },
];

export const commands: readonly Command[] = [
  { labelKey: 'milestones.open', icon: 'i-lucide-flag', to: '/plan/milestones' },
];

/** Where a milestone stands follows from sales, deals, plans and its checklists. */
export const follows = {
  milestone: ['checklist_item', 'sale', 'opportunity', 'target', 'person', 'import', 'organisation'],
} as const;
