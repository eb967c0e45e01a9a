import { addMonths, type Day, type Span, toDay, toIso } from '../calendar/civil-day.ts';
import { type Counted, demandCounts, type Interval, wilson } from '../rate/wilson.ts';
import { type Curve, kaplanMeier, survivalAt } from '../survival/kaplan-meier.ts';
import type { MeasureDefinition } from './definition.ts';

/** That a customer ordered on a day. */
export type Order = { readonly customerId: string; readonly day: Day };

/** A customer's window: opened by an order in the period, and what became of it. */
export type Window = {
  readonly customerId: string;
  readonly opensOn: Day;
  /** When the repurchase was complete, within the window; null when it was not, or not yet. */
  readonly repurchasedOn: Day | null;
  /** Days from the opening to the repurchase, to the end of the window, or to today, whichever came first. */
  readonly watchedDays: number;
  /** Has the window ended, or its question been answered? */
  readonly isMature: boolean;
};

type Rule = Pick<MeasureDefinition['repurchase'], 'windowDays' | 'orders' | 'existing'>;

/**
 * The windows that customers opened in a period. A customer opens one with their first order in the period; the days on which they
 * ordered count, so that two invoices of a day are one order. With `bought-before` a window is only opened by who had ordered before.
 * A repurchase is the `orders`-th order within `windowDays` days of the opening, that one included. The window has ended `windowDays`
 * days after its opening; what is not decided by `today` is immature.
 *
 * Throws RangeError on a window shorter than a day, and on fewer than two orders.
 */
export function repurchaseWindows(orders: readonly Order[], period: Span, rule: Rule, today: Day): Window[] {
  demandRule(rule);
  return [...Map.groupBy(orders, (order) => order.customerId)]
    .flatMap(([customerId, own]) => windowIn({ customerId, days: daysOf(own, today) }, period, rule, today) ?? [])
    .sort((a, b) => a.opensOn - b.opensOn || (a.customerId < b.customerId ? -1 : 1));
}

/**
 * The windows of one customer's calendar months, each with the first day of its month: the same as those of each month by itself, but
 * the orders are put in order once.
 */
export function monthlyWindows(
  orders: readonly Order[],
  rule: Rule,
  today: Day,
): { readonly month: Day; readonly window: Window }[] {
  demandRule(rule);
  return [...Map.groupBy(orders, (order) => order.customerId)].flatMap(([customerId, own]) => {
    const days = daysOf(own, today);
    return [...new Set(days.map(firstOfMonth))].flatMap((month) => {
      const window = windowIn({ customerId, days }, { first: month, last: addMonths(month, 1) - 1 }, rule, today);
      return window ? [{ month, window }] : [];
    });
  });
}

const firstOfMonth = (day: Day): Day => toDay(`${toIso(day).slice(0, 7)}-01`);

const daysOf = (orders: readonly Order[], today: Day): Day[] =>
  [...new Set(orders.map(({ day }) => day))].filter((day) => day <= today).sort((a, b) => a - b);

function demandRule({ windowDays, orders }: Rule): void {
  if (!Number.isInteger(windowDays) || windowDays < 1)
    throw new RangeError(`A window has whole days, one or more; got ${windowDays}.`);
  if (!Number.isInteger(orders) || orders < 2)
    throw new RangeError(`A repurchase takes two orders or more; got ${orders}.`);
}

/** The window that a customer who ordered on these days, in their order, opened in the period. */
function windowIn(
  { customerId, days }: { customerId: string; days: readonly Day[] },
  period: Span,
  { windowDays, orders, existing }: Rule,
  today: Day,
): Window | null {
  const at = days.findIndex((day) => day >= period.first);
  const opensOn = days[at];
  if (opensOn === undefined || opensOn > period.last || (existing === 'bought-before' && at === 0)) return null;
  const end = opensOn + windowDays;
  const done = days[at + orders - 1];
  const repurchasedOn = done !== undefined && done <= end ? done : null;
  const watchedUntil = repurchasedOn ?? Math.min(end, today);
  return {
    customerId,
    opensOn,
    repurchasedOn,
    watchedDays: watchedUntil - opensOn,
    // A window that is open yet is immature even where its repurchase came: counting only those would favour success.
    isMature: end <= today,
  };
}

/** A repurchase rate with what it rests on, or that nothing can be told yet. */
export type Repurchase =
  | {
      readonly status: 'ok';
      readonly ratio: number;
      /** Customers who bought again, of so many. With Kaplan–Meier their quotient is not the ratio: it leaves out who was not watched long enough. */
      readonly counted: Counted;
      readonly interval: Interval;
      readonly immature: number;
      /** What is left by day, of Kaplan–Meier; null of a plain rate. */
      readonly curve: Curve | null;
    }
  | { readonly status: 'insufficientData'; readonly immature: number };

/**
 * The share of windows with a repurchase. `excluded`: of those that have ended (rule 1, repurchase rate). `kaplan-meier`: of all, each
 * counted for as long as it was watched, 1 − S(windowDays) (Kaplan & Meier 1958). The interval is Wilson's: of the counts, or of the
 * Kaplan–Meier ratio at as many windows as were still watched at the last repurchase, which are fewer than all.
 */
export function repurchaseRate(
  windows: readonly Window[],
  { windowDays, immature }: Pick<MeasureDefinition['repurchase'], 'windowDays' | 'immature'>,
): Repurchase {
  const mature = windows.filter(({ isMature }) => isMature);
  const young = windows.length - mature.length;
  const considered = immature === 'excluded' ? mature : windows;
  const successes = considered.filter(({ repurchasedOn }) => repurchasedOn !== null).length;
  const counted = { successes, trials: considered.length };
  demandCounts(counted);
  if (considered.length === 0) return { status: 'insufficientData', immature: young };
  if (immature === 'excluded')
    return {
      status: 'ok',
      ratio: successes / considered.length,
      counted,
      interval: wilson(counted),
      immature: young,
      curve: null,
    };
  const curve = kaplanMeier(
    windows.map(({ watchedDays, repurchasedOn }) => ({ time: watchedDays, isEvent: repurchasedOn !== null })),
  );
  // Nobody was watched to the end and nobody bought again before: nothing is known of the whole window.
  if (mature.length === 0 && curve.length === 0) return { status: 'insufficientData', immature: young };
  const ratio = 1 - survivalAt(curve, windowDays);
  const watched = curve.at(-1)?.atRisk ?? considered.length;
  const interval = wilson({ successes: Math.min(watched, Math.round(ratio * watched)), trials: watched });
  return {
    status: 'ok',
    ratio,
    counted,
    interval: { low: Math.min(interval.low, ratio), high: Math.max(interval.high, ratio) },
    immature: young,
    curve,
  };
}
