import { civilDateOf, type Day, daysInMonth } from '../calendar/civil-day.ts';
import { holtWinters } from '../seasonality/holt-winters.ts';
import { monthShares } from '../seasonality/month-shares.ts';
import { dampedTrend } from './damped-trend.ts';
import { daysKnown, monthsUpTo, type SalesHistory, shiftMonths } from './sales-history.ts';
import { windowMonths } from './window-shape.ts';

/** What is expected in the `horizon` days after the end of a history; null where the method has too little to go by. */
export type Method = (history: SalesHistory, horizon: number) => number | null;

const YEAR = 365;
const between = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value));

/** The last days again, as many as are asked for; with a shorter history at its rate so far. */
const lastWindow: Method = (history, horizon) =>
  daysKnown(history) < horizon ? rateSoFar(history) * horizon : history.sold(history.last - horizon, history.last);

/**
 * What is sold a day when all that is known begins with a sale. The first one says when the history begins, not how often something is
 * sold: of k selling days k − 1 came in the days after it. A single sale is taken to come once a month.
 */
export function rateSoFar(history: SalesHistory): number {
  const days = daysKnown(history);
  const { sellingDays } = history;
  const sold = history.sold(history.first - 1, history.last);
  if (sellingDays < 2) return sold / Math.max(30, days);
  return (sold * (sellingDays - 1)) / sellingDays / Math.max(1, days - 1);
}

/** The same days of the latest months: (30 June, 28 September] is as (31 March, 28 June] was. */
const lastMonths: Method = (history, horizon) => {
  const { after, through } = sameDaysLately(history, horizon);
  return after < history.first - 1 ? null : history.sold(after, through);
};
export function sameDaysLately(history: SalesHistory, horizon: number): { after: Day; through: Day } {
  const end = history.last + horizon;
  let months = Math.max(1, Math.floor(horizon / 31));
  while (shiftMonths(end, -months) > history.last) months += 1;
  return { after: shiftMonths(history.last, -months), through: shiftMonths(end, -months) };
}

/** The mean day of the last year, or of as much as there is, times the days. */
const runRate: Method = (history, horizon) =>
  (daysKnown(history) < YEAR ? rateSoFar(history) : history.sold(history.last - YEAR, history.last) / YEAR) * horizon;

/** The middle of the last windows of that length, three to five: one big sale does not come again by itself. */
const medianWindow: Method = (history, horizon) => {
  const sums = lastWindows(history, horizon)
    .map(({ sold }) => sold)
    .sort((a, b) => a - b);
  if (sums.length < 3) return null;
  const middle = Math.floor(sums.length / 2);
  return sums.length % 2 === 1 ? (sums[middle] ?? null) : ((sums[middle - 1] ?? 0) + (sums[middle] ?? 0)) / 2;
};
/** The last windows of a length, five at most, the latest first. */
export function lastWindows(history: SalesHistory, horizon: number): { after: Day; through: Day; sold: number }[] {
  const windows = Math.min(5, Math.floor(daysKnown(history) / horizon));
  return Array.from({ length: windows }, (_, back) => {
    const [after, through] = [history.last - (back + 1) * horizon, history.last - back * horizon];
    return { after, through, sold: history.sold(after, through) };
  });
}

/**
 * The same days of last year times the growth since: what was sold lately against the same days a year before, drawn towards
 * no growth by a quarter's worth of evidence, and never more than fourfold.
 */
const yearAgo: Method = (history, horizon) => {
  const found = sameDaysLastYear(history, horizon);
  return found === null ? null : found.sold * found.growth;
};
export function sameDaysLastYear(
  history: SalesHistory,
  horizon: number,
): { after: Day; through: Day; sold: number; growth: number } | null {
  const after = shiftMonths(history.last, -12);
  if (after < history.first - 1 || horizon > YEAR) return null;
  const through = Math.min(history.last, shiftMonths(history.last + horizon, -12));
  const compared = Math.min(YEAR, after - history.first + 1);
  const then = { after, through, sold: history.sold(after, through) };
  if (compared < 28) return { ...then, growth: 1 };
  const lately = history.sold(history.last - compared, history.last);
  const before = history.sold(after - compared, after);
  if (lately <= 0 || before <= 0) return { ...then, growth: 1 };
  const evidence = compared / (compared + 90);
  return { ...then, growth: between(0.25, (lately / before) ** evidence, 4) };
}

/** What a method expects of each month ahead, the first one being 1; null where it has too little to go by. */
type MonthsAhead = (history: SalesHistory, horizon: number) => ((ahead: number) => number) | null;

/** Level and trend of whole months, the trend dying away (Gardner & McKenzie 1985). */
const trend: MonthsAhead = (history) => {
  const months = monthsUpTo(history);
  return months.length < 4 ? null : dampedTrend(months);
};

/** Level, trend and season of whole months, the weights from a few that are usual: nine years of fits would tell no more apart. */
const holtWintersMonths: MonthsAhead = (history, horizon) => {
  const months = monthsUpTo(history);
  const models = usualSmoothings.flatMap((smoothing) => {
    const seasonal = months.every((amount) => amount > 0) ? 'multiplicative' : 'additive';
    const model = holtWinters(months, { period: 12, seasonal, smoothing });
    return model.status === 'ok' && Number.isFinite(model.sse) ? [model] : [];
  });
  const best = models.sort((a, b) => a.sse - b.sse)[0];
  if (!best) return null;
  const steps = best.forecast(Math.max(1, Math.ceil(horizon / 28)));
  return (ahead) => steps[ahead - 1] ?? 0;
};
const usualSmoothings = [0.1, 0.3, 0.6].flatMap((alpha) =>
  [0, 0.1].flatMap((beta) => [0.1, 0.4].map((gamma) => ({ alpha, beta, gamma }))),
);

/**
 * The share of a year that its months usually have, times the level that the latest months speak for: half of it from the last quarter,
 * half from the last year, each divided by the share of its months.
 */
const seasonalShare: MonthsAhead = (history) => {
  const months = monthsUpTo(history);
  if (months.length < 12) return null;
  const years = Math.floor(months.length / 12);
  const past = Array.from({ length: years }, (_, back) =>
    months.slice(months.length - 12 * (years - back), months.length - 12 * (years - back - 1)),
  );
  // The months of a year that ends with the history come in the same order as those after it.
  const prior = Array.from({ length: 12 }, (_, ahead) => {
    const { year, month } = civilDateOf(shiftMonths(history.last, ahead + 1));
    return daysInMonth(year, month);
  });
  const shares = monthShares(past, { prior });
  const levelOf = (count: number): number => {
    const sold = months.slice(-count).reduce((sum, amount) => sum + amount, 0);
    return sold / shares.slice(-count).reduce((sum, share) => sum + share, 0);
  };
  const level = (levelOf(3) + levelOf(12)) / 2;
  return (ahead) => level * (shares[(ahead - 1) % 12] ?? 0);
};

/** The methods that expect something of each month ahead. */
export const monthMethods = {
  trend,
  'holt-winters': holtWintersMonths,
  'seasonal-share': seasonalShare,
} as const satisfies Record<string, MonthsAhead>;

const byMonths =
  (expected: MonthsAhead): Method =>
  (history, horizon) => {
    const monthAt = expected(history, horizon);
    return monthAt === null
      ? null
      : windowMonths(history, horizon).reduce((sum, { ahead, share }) => sum + share * monthAt(ahead), 0);
  };

/** The methods that need nothing but past sales, by their names. */
export const methods = {
  'last-window': lastWindow,
  'last-months': lastMonths,
  'run-rate': runRate,
  'median-window': medianWindow,
  'year-ago': yearAgo,
  trend: byMonths(trend),
  'holt-winters': byMonths(holtWintersMonths),
  'seasonal-share': byMonths(seasonalShare),
} as const satisfies Record<string, Method>;

export type SalesMethod = keyof typeof methods;
