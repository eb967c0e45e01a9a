/** So many accounts, each called on so often in the period. */
export type TierWorkload = { readonly accounts: number; readonly calls: number };

/**
 * How many full-time people a workload takes (Talley 1961): `Σ accounts · calls ÷ calls one person makes`, not rounded,
 * so that part-timers can be reckoned against it. Throws RangeError on negative numbers and when a person makes no calls.
 */
export function headcount(tiers: readonly TierWorkload[], callsPerRep: number): number {
  if (!(callsPerRep > 0)) throw new RangeError(`A person makes more than no calls; got ${callsPerRep}.`);
  return tiers.reduce((sum, { accounts, calls }) => sum + demanded(accounts) * demanded(calls), 0) / callsPerRep;
}

function demanded(count: number): number {
  if (!(count >= 0)) throw new RangeError(`Accounts and calls are zero or more; got ${count}.`);
  return count;
}
