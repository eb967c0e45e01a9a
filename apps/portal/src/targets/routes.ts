import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/plan/targets', component: () => import('./TargetsPage.vue'), meta: { titleKey: 'targets.title' } },
  { path: '/plan/targets/:id', component: () => import('./TargetGridPage.vue'), meta: { titleKey: 'targets.title' } },
  {
    path: '/plan/rate-targets/:id',
    component: () => import('./RateTargetPage.vue'),
    meta: { titleKey: 'targets.title' },
  },
  {
    path: '/plan/targets/:id/letter/:personId',
    component: () => import('./QuotaLetterPage.vue'),
    meta: { titleKey: 'targets.letter.name' },
  },
];

export const pages: readonly RoomPage[] = [{ room: 'plan', to: '/plan/targets', labelKey: 'targets.title', order: 20 }];

export const commands: readonly Command[] = [
  { labelKey: 'targets.open', icon: 'i-lucide-target', to: '/plan/targets' },
];

export const recordPaths = { target: (id: string) => `/plan/targets/${id}` } as const;

export const follows = {
  attainment: ['sale', 'opportunity', 'target', 'rate', 'receipt', 'invoice', 'account'],
} as const;
