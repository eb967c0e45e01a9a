import type { RouteRecordRaw } from 'vue-router';
import type { BesideRecord, Command, QuickAdd, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/review/satisfaction',
    component: () => import('./SatisfactionPage.vue'),
    meta: { titleKey: 'satisfaction.title' },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'review', to: '/review/satisfaction', labelKey: 'satisfaction.title', order: 28 },
];

export const commands: readonly Command[] = [
  { labelKey: 'satisfaction.open', icon: 'i-lucide-smile', to: '/review/satisfaction' },
];

export const quickAdd: readonly QuickAdd[] = [
  { labelKey: 'satisfaction.one', icon: 'i-lucide-smile', order: 88, to: '/review/satisfaction?add=1' },
];

export const besideRecords: readonly BesideRecord[] = [
  { subject: 'account', order: 40, component: async () => (await import('./AccountSatisfaction.vue')).default },
];

export const recordPaths = { satisfaction: () => '/review/satisfaction' } as const;

export const follows = { 'satisfaction-score': ['satisfaction', 'account', 'import'] } as const;
