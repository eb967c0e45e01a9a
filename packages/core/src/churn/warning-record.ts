import type { Day } from '../calendar/civil-day.ts';
import { type Interval, wilson } from '../rate/wilson.ts';

/** A customer's purchases and the warnings about them. `isTreated`: a win-back plan was begun on it. */
export type WarnedCustomer = {
  readonly id: string;
  readonly days: readonly Day[];
  readonly warnings: readonly { readonly openedOn: Day; readonly isTreated: boolean }[];
};

/** So many of so many, with the interval of the share; the share is null of none. */
export type Told = {
  readonly num: number;
  readonly den: number;
  readonly ratio: number | null;
  readonly interval: Interval;
};

export type WarningRecord = {
  /** Of the customers who were lost in the time, those who had been warned of before. */
  readonly caught: Told;
  /** Of those lost in the time, those of whom nobody was warned: the misses. */
  readonly missed: Told;
  /** Of the warnings that were settled in the time without a plan, those whose customer was indeed lost. */
  readonly right: Told;
  /** Settled warnings with a plan: whether their customers stayed by themselves nobody can say. */
  readonly treated: { readonly stayed: number; readonly lost: number };
};

const told = (num: number, den: number): Told => ({
  num,
  den,
  ratio: den === 0 ? null : num / den,
  interval: wilson({ successes: num, trials: den }),
});

/**
 * How good the warning was in a time, both days included. A customer is lost on the day on which nothing was bought for `lostAfterDays`
 * days; a warning was in time when it was opened in that silence before that day. A warning is settled when its customer buys again or
 * is lost; one that was opened outside of any silence (before the first purchase) never is.
 * @throws RangeError for a silence shorter than a day
 */
export function warningRecord(
  customers: readonly WarnedCustomer[],
  { first, last, lostAfterDays }: { readonly first: Day; readonly last: Day; readonly lostAfterDays: number },
): WarningRecord {
  if (!(Number.isInteger(lostAfterDays) && lostAfterDays >= 1)) throw new RangeError('A silence has whole days.');
  const within = (day: Day) => day >= first && day <= last;
  let [lost, caught, settled, right] = [0, 0, 0, 0];
  const treated = { stayed: 0, lost: 0 };
  for (const { days, warnings } of customers) {
    const bought = [...new Set(days)].sort((a, b) => a - b);
    for (const [at, day] of bought.entries()) {
      const next = bought[at + 1] ?? Number.POSITIVE_INFINITY;
      const lostOn = day + lostAfterDays;
      const isLost = next > lostOn;
      const end = isLost ? lostOn : next;
      const inTime = warnings.filter(({ openedOn }) => openedOn >= day && openedOn < end);
      if (isLost && within(lostOn)) {
        lost += 1;
        if (inTime.length > 0) caught += 1;
      }
      if (!within(end)) continue;
      for (const { isTreated } of inTime) {
        if (isTreated) treated[isLost ? 'lost' : 'stayed'] += 1;
        else {
          settled += 1;
          if (isLost) right += 1;
        }
      }
    }
  }
  return { caught: told(caught, lost), missed: told(lost - caught, lost), right: told(right, settled), treated };
}
