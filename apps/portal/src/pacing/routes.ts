import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan', redirect: '/plan/pace' },
  { path: '/plan/pace', component: () => import('./PacingPage.vue'), meta: { titleKey: 'pacing.title' } },
];

export const nav: readonly NavEntry[] = [{ to: '/plan', labelKey: 'frame.plan', icon: 'i-lucide-target', order: 20 }];

export const pages: readonly RoomPage[] = [{ room: 'plan', to: '/plan/pace', labelKey: 'pacing.title', order: 10 }];

export const commands: readonly Command[] = [{ labelKey: 'pacing.open', icon: 'i-lucide-gauge', to: '/plan/pace' }];

/** Pace is read again when what it is computed from changes. */
export const follows = {
  pacing: ['sale', 'opportunity', 'stage', 'target', 'import', 'organisation', 'action'],
} as const;
