import type { RouteRecordRaw } from 'vue-router';
import type { Command, NavEntry } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/pace', component: () => import('./PacingPage.vue'), meta: { titleKey: 'pacing.title' } },
];

export const nav: readonly NavEntry[] = [
  { to: '/plan/pace', labelKey: 'pacing.title', icon: 'i-lucide-gauge', order: 15, isOnPhoneBar: true },
];

export const commands: readonly Command[] = [{ labelKey: 'pacing.open', icon: 'i-lucide-gauge', to: '/plan/pace' }];

/** Pace is read again when what it is computed from changes. */
export const follows = { pacing: ['sale', 'opportunity', 'target', 'import', 'organisation'] } as const;
