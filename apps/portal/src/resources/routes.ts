import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/resources', component: () => import('./ResourcesPage.vue'), meta: { titleKey: 'resources.title' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'plan', to: '/plan/resources', labelKey: 'resources.title', order: 60 },
];

export const commands: readonly Command[] = [
  { labelKey: 'resources.open', icon: 'i-lucide-hand-helping', to: '/plan/resources' },
];

/** Gaps follow from what is needed and who is assigned. */
export const follows = { resource_gap: ['resource', 'resource_need', 'person', 'organisation'] } as const;
