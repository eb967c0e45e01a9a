import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, QuickAdd, RecordSearch, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/pipeline', component: () => import('./BoardPage.vue'), meta: { titleKey: 'pipeline.title' } },
  {
    path: '/pipeline/deals',
    component: () => import('./OpportunitiesPage.vue'),
    meta: { titleKey: 'pipeline.table' },
  },
  {
    path: '/pipeline/deals/:id',
    component: () => import('./OpportunityPage.vue'),
    meta: { titleKey: 'pipeline.one' },
  },
];

export const nav: readonly NavEntry[] = [
  { to: '/pipeline', labelKey: 'pipeline.title', icon: 'i-lucide-square-kanban', order: 30, isOnPhoneBar: true },
];

export const pages: readonly RoomPage[] = [
  { room: 'pipeline', to: '/pipeline', labelKey: 'pipeline.board', order: 10, carries: 'opportunity' },
  { room: 'pipeline', to: '/pipeline/deals', labelKey: 'pipeline.table', order: 20, carries: 'opportunity' },
];

export const commands: readonly Command[] = [
  { labelKey: 'pipeline.open', icon: 'i-lucide-square-kanban', to: '/pipeline' },
  { labelKey: 'pipeline.openTable', icon: 'i-lucide-handshake', to: '/pipeline/deals' },
];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'pipeline.one', icon: 'i-lucide-handshake', order: 30, to: '/pipeline/deals?add=1' },
];

export const search: readonly RecordSearch[] = [
  { kind: 'opportunity', labelKey: 'pipeline.many', icon: 'i-lucide-handshake', order: 30 },
];

export const recordPaths = { opportunity: (id: string) => `/pipeline/deals/${id}` } as const;

/** A deal tells the name of its stage, and the board its order. */
export const follows = { opportunity: ['stage'] } as const;
