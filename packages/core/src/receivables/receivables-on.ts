import { civilDateOf, type Day, dayOf } from '../calendar/civil-day.ts';
import { ageing } from './ageing.ts';
import { collectionEffectiveness, countBack, daysOutstanding, type SalesMonth } from './days-outstanding.ts';
import { appliedIn, type Invoice, type Standing, standingsOn } from './invoice.ts';

/** Receivables at the end of a day: money in minor units, days as real numbers, null where nobody can know. */
export type ReceivablesOn = {
  readonly open: number;
  /** Open by days overdue, as `ageingStarts` cuts them; they sum to `open`. */
  readonly buckets: readonly number[];
  readonly overdue: number;
  /** Billed less credited in the window of days up to the day; null where the history begins later. */
  readonly sales: number | null;
  readonly daysOutstanding: number | null;
  /** Days outstanding if everything were paid when it is due. */
  readonly bestPossible: number | null;
  /** What being late adds: days outstanding less best possible. */
  readonly delinquent: number | null;
  readonly countBack: number | null;
};

/**
 * Receivables of some invoices at the end of a day, as they stand then. The books are taken to begin with the month of the first invoice (`begins`, of
 * these invoices when left out): before it nobody knows of sales, and a window that reaches further back has no ratio.
 *
 * Throws RangeError on a window that is not a whole number of days above zero.
 */
export function receivablesOn(
  standings: readonly Standing[],
  on: Day,
  { window, begins = beginOf(standings) }: { readonly window: number; readonly begins?: Day | null },
): ReceivablesOn {
  if (!(Number.isInteger(window) && window > 0)) throw new RangeError(`A window is whole days; got ${window}.`);
  const buckets = ageing(
    standings.map(({ invoice, open }) => ({ due: invoice.due, open })),
    on,
  );
  const open = buckets.reduce((sum, amount) => sum + amount, 0);
  const current = buckets[0] ?? 0;
  const first = on - window + 1;
  const sales = begins !== null && begins <= first ? salesIn(standings, { first, last: on }) : null;
  const [all, best] =
    sales === null ? [null, null] : [open, current].map((part) => daysOutstanding(part, sales, window));
  return {
    open,
    buckets,
    overdue: open - current,
    sales,
    daysOutstanding: all ?? null,
    bestPossible: best ?? null,
    delinquent: all == null || best == null ? null : all - best,
    countBack: open === 0 ? 0 : countBack(open, salesMonths(standings, on, begins)),
  };
}

/** The first day of the month of the first invoice; null without any. */
export function beginOf(standings: readonly Standing[]): Day | null {
  if (standings.length === 0) return null;
  const first = standings.reduce((least, { invoice }) => Math.min(least, invoice.issued), Number.POSITIVE_INFINITY);
  return dayOf({ ...civilDateOf(first), dayOfMonth: 1 });
}

/** Billed in some days, less what credit notes took off in them: minor units. */
export function salesIn(
  standings: readonly Standing[],
  { first, last }: { readonly first: Day; readonly last: Day },
): number {
  const isIn = (day: Day) => day >= first && day <= last;
  return standings.reduce(
    (sum, { invoice, credited }) =>
      sum + (isIn(invoice.issued) ? invoice.amount : 0) - appliedIn(credited.filter(({ day }) => isIn(day))),
    0,
  );
}

/** Calendar months with their credit sales, newest first: the month under way up to the day, back to where the books begin. */
export function salesMonths(
  standings: readonly Standing[],
  on: Day,
  begins: Day | null,
): (SalesMonth & { first: Day })[] {
  const months: (SalesMonth & { first: Day })[] = [];
  for (let last = on; begins !== null && last >= begins; ) {
    const first = dayOf({ ...civilDateOf(last), dayOfMonth: 1 });
    months.push({ sales: 0, days: last - first + 1, first });
    last = first - 1;
  }
  const at = (day: Day) => months.find(({ first }) => first <= day);
  const add = (day: Day, amount: number): void => {
    const month = at(day) as { sales: number } | undefined;
    if (month) month.sales += amount;
  };
  for (const { invoice, credited } of standings) {
    add(invoice.issued, invoice.amount);
    for (const { day, amount } of credited) add(day, -amount);
  }
  return months;
}

/** What collection effectiveness is made of, in minor units. */
export type Effectiveness = {
  readonly opening: number;
  readonly sales: number;
  readonly closing: number;
  readonly closingCurrent: number;
  /** Null where there was nothing to collect. */
  readonly ratio: number | null;
};

/** Collection effectiveness from one day to another, both included: receivables the evening before, sales, and what is left. */
export function effectivenessIn(
  invoices: readonly Invoice[],
  { first, last }: { readonly first: Day; readonly last: Day },
): Effectiveness {
  const openOn = (standings: readonly Standing[]) => standings.reduce((sum, { open }) => sum + open, 0);
  const after = standingsOn(invoices, last);
  const parts = {
    opening: openOn(standingsOn(invoices, first - 1)),
    sales: salesIn(after, { first, last }),
    closing: openOn(after),
    closingCurrent: openOn(after.filter(({ invoice }) => invoice.due >= last)),
  };
  return { ...parts, ratio: collectionEffectiveness(parts) };
}
