/** A ledger is read again when visits, or what was promised, change. */
export const follows = { promise: ['activity', 'account', 'tier_settings', 'import', 'measure_definition'] } as const;
