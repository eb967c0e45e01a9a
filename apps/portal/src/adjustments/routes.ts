import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/review/adjustments',
    component: () => import('./AdjustmentsPage.vue'),
    meta: { titleKey: 'adjustments.title' },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'review', to: '/review/adjustments', labelKey: 'adjustments.title', order: 34 },
];

export const commands: readonly Command[] = [
  { labelKey: 'adjustments.open', icon: 'i-lucide-sliders-horizontal', to: '/review/adjustments' },
];

export const follows = {
  adjustments: ['account', 'regrouping', 'target', 'activity', 'sale', 'opportunity', 'import'],
} as const;
