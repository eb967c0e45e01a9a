/** What an account was promised: so many visits in so many months. Twice a month is 2 in 1, quarterly 1 in 3. */
export type Cadence = {
  readonly id: string;
  readonly tier: string;
  readonly visits: number;
  readonly months: number;
  /** What a visit there is worth beside others of its tier; null when nobody knows. The least worth gives way first. */
  readonly worth: number | null;
};

/** Visits a month. `calls` are the accounts whose visits should become calls, in the order in which they give way. */
export type CadenceLoad =
  | { readonly status: 'fits'; readonly needed: number; readonly capacity: number; readonly spare: number }
  | {
      readonly status: 'over';
      readonly needed: number;
      readonly capacity: number;
      readonly short: number;
      readonly calls: readonly string[];
      /** Visits a month that stay too many when all of the tiers that may give way are called. */
      readonly unmet: number;
    };

/**
 * Visits a month that cadences promise, against those that people can make (rule 3): `Σ visits ÷ months`. Ten accounts
 * twice a month, 30 monthly and 60 quarterly need 70; at a capacity of 60 they are 10 short. An account that stands there
 * several times, because two people visit it together or one stands in for another, is visited once.
 *
 * Where they do not fit, accounts of the tiers in `mayCall` give way, the first tier first, within it the least worth
 * first (unknown worth before all), ties by id.
 * @param capacity visits a month, all people together
 *
 * Throws RangeError on negative visits or capacity, on months that are not whole or below one, and on an account that
 * stands there with two different promises.
 */
export function cadenceLoad(accounts: readonly Cadence[], capacity: number, mayCall: readonly string[]): CadenceLoad {
  if (!(capacity >= 0 && capacity < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`People make no or more visits; got ${capacity}.`);
  }
  const once = onceEach(accounts);
  // Whole numbers over a common stretch of months: sixty thirds are twenty, not a little more.
  const stretch = once.reduce((all, { months }) => leastCommonMultiple(all, months), 1);
  const inStretch = ({ visits, months }: Cadence): number => (visits * stretch) / months;
  const total = once.reduce((sum, account) => sum + inStretch(account), 0);
  const needed = total / stretch;
  if (needed <= capacity) return { status: 'fits', needed, capacity, spare: capacity - needed };
  let over = total - capacity * stretch;
  const calls: string[] = [];
  for (const account of givingWay(once, mayCall)) {
    if (over <= 0) break;
    calls.push(account.id);
    over -= inStretch(account);
  }
  return { status: 'over', needed, capacity, short: needed - capacity, calls, unmet: Math.max(0, over) / stretch };
}

/** A visit as it was made: by one person. Two people of a joint visit make one each, at the same account on the same day. */
export type VisitMade = { readonly accountId: string; readonly day: number; readonly personId: string };

/** How often each account was visited: a joint visit covers it once. */
export function visitsCovered(made: readonly VisitMade[]): Map<string, number> {
  const days = new Map<string, Set<number>>();
  for (const { accountId, day } of made) days.set(accountId, (days.get(accountId) ?? new Set()).add(day));
  return new Map([...days].map(([account, on]) => [account, on.size]));
}

function onceEach(accounts: readonly Cadence[]): Cadence[] {
  const once = new Map<string, Cadence>();
  for (const account of accounts) {
    const { id, visits, months } = account;
    if (!(visits >= 0 && visits < Number.POSITIVE_INFINITY) || !Number.isInteger(months) || months < 1) {
      throw new RangeError(`Account ${id} is promised ${visits} visits in ${months} months.`);
    }
    const there = once.get(id);
    if (there !== undefined && there.visits * months !== visits * there.months) {
      throw new RangeError(`Account ${id} has two different promises.`);
    }
    once.set(id, there ?? account);
  }
  return [...once.values()];
}

function givingWay(accounts: readonly Cadence[], mayCall: readonly string[]): Cadence[] {
  const worthOf = ({ worth }: Cadence): number => worth ?? Number.NEGATIVE_INFINITY;
  const compare = (a: Cadence, b: Cadence): number => {
    const byTier = mayCall.indexOf(a.tier) - mayCall.indexOf(b.tier);
    if (byTier !== 0) return byTier;
    if (worthOf(a) !== worthOf(b)) return worthOf(a) < worthOf(b) ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  };
  return accounts.filter(({ tier, visits }) => visits > 0 && mayCall.includes(tier)).toSorted(compare);
}

function leastCommonMultiple(a: number, b: number): number {
  let [high, low] = [a, b];
  while (low > 0) [high, low] = [low, high % low];
  return (a / high) * b;
}
