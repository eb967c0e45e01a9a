import { headcount } from '@milepost/core/capacity/headcount';
import type { Call } from '../example.ts';

/** People for a workload. */
export const capacity: Record<string, Call> = {
  workload: ({ input }) => {
    const { accounts, callsPerRep } = input as { accounts: Record<string, [number, number]>; callsPerRep: number };
    const tiers = Object.values(accounts).map(([count, calls]) => ({ accounts: count, calls }));
    return headcount(tiers, callsPerRep);
  },
};
