import type { RouteRecordRaw } from 'vue-router';
import type { Command, RecordSearch, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/actions', component: () => import('./ActionsPage.vue'), meta: { titleKey: 'actions.title' } },
  { path: '/plan/actions/:id', component: () => import('./ActionPage.vue'), meta: { titleKey: 'actions.title' } },
];

export const pages: readonly RoomPage[] = [{ room: 'plan', to: '/plan/actions', labelKey: 'actions.title', order: 14 }];

export const commands: readonly Command[] = [
  { labelKey: 'actions.open', icon: 'i-lucide-list-checks', to: '/plan/actions' },
];

export const search: readonly RecordSearch[] = [
  { kind: 'action', labelKey: 'actions.title', icon: 'i-lucide-list-checks', order: 80 },
];

const place = (id: string) => `/plan/actions/${id}`;
export const recordPaths = { action: place, 'action-variance': place } as const;

/** An action names people and teams. */
export const follows = { action: ['person', 'team'] } as const;
