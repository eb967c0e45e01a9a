import type { RouteRecordRaw } from 'vue-router';
import type { Command, RoomPage } from '../frame/features.ts';

export const routes: readonly RouteRecordRaw[] = [
  { path: '/review/reports', component: () => import('./ReportsPage.vue'), meta: { titleKey: 'reports.title' } },
  { path: '/review/reports/:id', component: () => import('./EditionPage.vue'), meta: { titleKey: 'reports.title' } },
];

export const pages: readonly RoomPage[] = [
  { room: 'review', to: '/review/reports', labelKey: 'reports.title', order: 30 },
];

export const commands: readonly Command[] = [
  { labelKey: 'reports.open', icon: 'i-lucide-newspaper', to: '/review/reports' },
];

export const recordPaths = {
  edition: (id: string) => `/review/reports/${id}`,
  edition_comment: () => '/review/reports',
  edition_subscription: () => '/review/reports',
  pledge: () => '/review/reports',
} as const;

export const follows = {
  reports: ['edition', 'edition_comment', 'edition_subscription', 'pledge', 'sale', 'opportunity'],
} as const;
