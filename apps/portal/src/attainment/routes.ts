import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/review/attainment',
    component: () => import('./AttainmentPage.vue'),
    meta: { titleKey: 'attainment.title' },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'review', to: '/review/attainment', labelKey: 'attainment.title', order: 8 },
];

export const commands: readonly Command[] = [
  { labelKey: 'attainment.open', icon: 'i-lucide-flag', to: '/review/attainment' },
];

/** Read again when a plan, what it counts, or what it means changes. */
export const follows = {
  'attainment-periods': [
    ...['sale', 'opportunity', 'target', 'rate', 'receipt', 'invoice', 'account', 'person', 'team', 'product'],
    ...['measure_definition', 'organisation', 'import'],
  ],
} as const;
