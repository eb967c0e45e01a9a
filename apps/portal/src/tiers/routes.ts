import type { RouteRecordRaw } from 'vue-router';
import type { BesideRecord, Command, RoomPage } from '../frame/features.ts';

const roles = ['admin'] as const;

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/settings/tiers',
    component: () => import('./TierSettingsPage.vue'),
    meta: { titleKey: 'tiers.title', roles },
  },
];

export const pages: readonly RoomPage[] = [
  { room: 'settings', to: '/settings/tiers', labelKey: 'tiers.title', order: 25, roles },
];

export const commands: readonly Command[] = [
  { labelKey: 'tiers.open', icon: 'i-lucide-chart-no-axes-column-decreasing', to: '/settings/tiers', roles },
];

export const besideRecords: readonly BesideRecord[] = [
  { subject: 'account', order: 10, component: async () => (await import('./TierCard.vue')).default },
];

/** Where an account stands is read again when what its score rests on changes. */
export const follows = {
  'account-tier': ['account', 'sale', 'opportunity', 'stage', 'tier_settings', 'import'],
  tier_settings: ['account'],
} as const;
