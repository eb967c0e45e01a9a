import type { OpportunityView } from '@milepost/contract/pipeline';
import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, QuickAdd } from '../frame/features.ts';
import { recordSearch } from '../records/record-search.ts';
import { opportunityKind } from './pipeline.queries.ts';

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

export const commands: readonly Command[] = [
  { labelKey: 'pipeline.open', icon: 'i-lucide-square-kanban', to: '/pipeline' },
  { labelKey: 'pipeline.openTable', icon: 'i-lucide-handshake', to: '/pipeline/deals' },
];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'pipeline.one', icon: 'i-lucide-handshake', order: 30, to: '/pipeline/deals?add=1' },
];

export const search = [
  recordSearch<OpportunityView>(opportunityKind, {
    labelKey: 'pipeline.many',
    icon: 'i-lucide-handshake',
    order: 30,
    noteOf: ({ account, stage }) => [account?.name, stage.name].filter(Boolean).join(' · '),
  }),
];

export const recordPaths = { opportunity: (id: string) => `/pipeline/deals/${id}` } as const;

/** A deal tells the name of its stage, and the board its order. */
export const follows = { opportunity: ['stage'] } as const;
