import { callResponse } from '@milepost/core/cadence/call-response';
import { headcount } from '@milepost/core/capacity/headcount';
import type { Call } from '../example.ts';

/** People for a workload, and what their visits return. */
export const capacity: Record<string, Call> = {
  workload: ({ input }) => {
    const { accounts, callsPerRep } = input as { accounts: Record<string, [number, number]>; callsPerRep: number };
    const tiers = Object.values(accounts).map(([count, calls]) => ({ accounts: count, calls }));
    return headcount(tiers, callsPerRep);
  },

  /** Little's calibration: `response` is judged for `at` times the visits of today, which the rule takes as one and a half. */
  adbudg: ({ input }) => {
    const { min, max, response } = input as Record<'min' | 'max' | 'at' | 'response', number>;
    const { c, d } = callResponse({ min, max, half: response });
    return { c, d };
  },
};
