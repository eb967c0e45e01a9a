import type { BesideRecord } from '../frame/features.ts';

export const besideRecords: readonly BesideRecord[] = [
  {
    subject: 'account',
    order: 10,
    isWide: true,
    component: async () => (await import('./BuyingCentre.vue')).default,
  },
];
