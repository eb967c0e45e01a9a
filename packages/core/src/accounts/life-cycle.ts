/** Where an account stands with us. Somebody says potential, interested or lost; the first sale makes a customer. */
export const accountStatuses = ['potential', 'interested', 'customer', 'lost'] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** What somebody said of an account. `enteredOn` is a civil day, `at` the instant at which it was said. */
export type SaidStatus = { readonly status: AccountStatus; readonly enteredOn: string; readonly at: string };

/** A sale that stands: its civil day, and the instant at which it was entered. */
export type StandingSale = { readonly day: string; readonly at: string };

/**
 * The status of an account and since which day. What somebody said last stands until a sale comes after it: on a later day, or on the
 * same day but entered later. Such a sale makes a customer, since the first of them; when none is left, because it was
 * reversed or its import undone, what was said stands again. Without a word and without a sale an account is potential, since no
 * known day.
 * @param said in any order; of two at the same instant the later one counts
 * @param sales in any order
 */
export function statusOf(
  said: readonly SaidStatus[],
  sales: readonly StandingSale[],
): { status: AccountStatus; since: string | null; by: 'said' | 'sale' | 'nobody' } {
  const last = said.reduce<SaidStatus | null>((a, b) => (a !== null && isAfter(a, b) ? a : b), null);
  const later = sales.filter(
    ({ day, at }) => last === null || day > last.enteredOn || (day === last.enteredOn && at > last.at),
  );
  if (last?.status === 'customer') return { status: 'customer', since: last.enteredOn, by: 'said' };
  const [first] = later.map(({ day }) => day).sort();
  if (first !== undefined) return { status: 'customer', since: first, by: 'sale' };
  return last === null
    ? { status: 'potential', since: null, by: 'nobody' }
    : { status: last.status, since: last.enteredOn, by: 'said' };
}

const isAfter = (a: SaidStatus, b: SaidStatus): boolean =>
  a.enteredOn > b.enteredOn || (a.enteredOn === b.enteredOn && a.at > b.at);
