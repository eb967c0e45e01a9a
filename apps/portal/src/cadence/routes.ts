import type { BesideRecord } from '../frame/features.ts';

export const besideRecords: readonly BesideRecord[] = [
  { subject: 'account', order: 20, component: async () => (await import('./PromiseCard.vue')).default },
];

/** A ledger is read again when visits, or what was promised, change. */
export const follows = { promise: ['activity', 'account', 'tier_settings', 'import', 'measure_definition'] } as const;
