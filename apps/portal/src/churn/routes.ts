import type { RouteRecordRaw } from 'vue-router';
import type { BesideRecord, Command, RoomPage } from '../frame/features.ts';

const leading = ['manager', 'admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  { path: '/review/churn', component: () => import('./ChurnPage.vue'), meta: { titleKey: 'churn.title' } },
  {
    path: '/review/churn-record',
    component: () => import('./ChurnRecordPage.vue'),
    meta: { titleKey: 'churn.record.title' },
  },
  {
    path: '/review/win-backs/:id',
    component: () => import('./WinBackPage.vue'),
    meta: { titleKey: 'churn.winBack.one' },
  },
  {
    path: '/review/renewals',
    component: () => import('./RenewalsPage.vue'),
    meta: { titleKey: 'churn.renewal.title' },
  },
  {
    path: '/review/renewals/:id',
    component: () => import('./RenewalPage.vue'),
    meta: { titleKey: 'churn.renewal.one' },
  },
  {
    path: '/settings/churn',
    component: () => import('./ChurnSettingsPage.vue'),
    meta: { titleKey: 'churn.settings.title', roles: leading },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'review', to: '/review/churn', labelKey: 'churn.title', order: 40 },
  { room: 'review', to: '/review/churn-record', labelKey: 'churn.record.title', order: 42 },
  { room: 'review', to: '/review/renewals', labelKey: 'churn.renewal.title', order: 44 },
  { room: 'settings', to: '/settings/churn', labelKey: 'churn.settings.title', order: 27, roles: leading },
];

export const commands: readonly Command[] = [
  { labelKey: 'churn.open', icon: 'i-lucide-heart-pulse', to: '/review/churn' },
  { labelKey: 'churn.record.open', icon: 'i-lucide-chart-no-axes-combined', to: '/review/churn-record' },
];

export const besideRecords: readonly BesideRecord[] = [
  { subject: 'account', order: 5, component: async () => (await import('./HealthCard.vue')).default },
  { subject: 'account', order: 60, component: async () => (await import('./RenewalsCard.vue')).default },
];

export const recordPaths = {
  churn_alert: () => '/review/churn',
  churn_override: () => '/review/churn',
  renewal: (id: string) => `/review/renewals/${id}`,
  win_back: (id: string) => `/review/win-backs/${id}`,
  win_back_template: () => '/settings/churn',
} as const;

/** Health is read again when what it rests on changes. */
export const follows = {
  churn: [
    ...['churn_alert', 'churn_override', 'churn_settings', 'renewal', 'win_back', 'win_back_template'],
    ...['account', 'sale', 'activity', 'import'],
  ],
} as const;
