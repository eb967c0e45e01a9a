import { civilDateOf, daysInMonth } from '../calendar/civil-day.ts';
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
function rateSoFar(history: SalesHistory): number {
  const days = daysKnown(history);
  const { sellingDays } = history;
  const sold = history.sold(history.first - 1, history.last);
  if (sellingDays < 2) return sold / Math.max(30, days);
  return (sold * (sellingDays - 1)) / sellingDays / Math.max(1, days - 1);
}

/** The same days of the latest months: (30 June, 28 September] is as (31 March, 28 June] was. */
const lastMonths: Method = (history, horizon) => {
  const end = history.last + horizon;
  let months = Math.max(1, Math.floor(horizon / 31));
  while (shiftMonths(end, -months) > history.last) months += 1;
  const after = shiftMonths(history.last, -months);
  return after < history.first - 1 ? null : history.sold(after, shiftMonths(end, -months));
};

/** The mean day of the last year, or of as much as there is, times the days. */
const runRate: Method = (history, horizon) =>
  (daysKnown(history) < YEAR ? rateSoFar(history) : history.sold(history.last - YEAR, history.last) / YEAR) * horizon;

/** The middle of the last windows of that length, three to five: one big sale does not come again by itself. */
const medianWindow: Method = (history, horizon) => {
  const windows = Math.min(5, Math.floor(daysKnown(history) / horizon));
  if (windows < 3) return null;
  const sums = Array.from({ length: windows }, (_, back) =>
    history.sold(history.last - (back + 1) * horizon, history.last - back * horizon),
  ).sort((a, b) => a - b);
  const middle = Math.floor(windows / 2);
  return windows % 2 === 1 ? (sums[middle] ?? null) : ((sums[middle - 1] ?? 0) + (sums[middle] ?? 0)) / 2;
};

/**
 * The same days of last year times the growth since: what was sold lately against the same days a year before, drawn towards
 * no growth by a quarter's worth of evidence, and never more than fourfold.
 */
const yearAgo: Method = (history, horizon) => {
  const after = shiftMonths(history.last, -12);
  if (after < history.first - 1 || horizon > YEAR) return null;
  const then = history.sold(after, Math.min(history.last, shiftMonths(history.last + horizon, -12)));
  const compared = Math.min(YEAR, after - history.first + 1);
  if (compared < 28) return then;
  const lately = history.sold(history.last - compared, history.last);
  const before = history.sold(after - compared, after);
  if (lately <= 0 || before <= 0) return then;
  const evidence = compared / (compared + 90);
  return then * between(0.25, (lately / before) ** evidence, 4);
};

/** Level and trend of whole months, the trend dying away (Gardner & McKenzie 1985). */
const trend: Method = (history, horizon) => {
  const months = monthsUpTo(history);
  if (months.length < 4) return null;
  const ahead = dampedTrend(months);
  return sumOver(history, horizon, ahead);
};

/** Level, trend and season of whole months, the weights from a few that are usual: nine years of fits would tell no more apart. */
const holtWintersMonths: Method = (history, horizon) => {
  const months = monthsUpTo(history);
  const models = usualSmoothings.flatMap((smoothing) => {
    const seasonal = months.every((amount) => amount > 0) ? 'multiplicative' : 'additive';
    const model = holtWinters(months, { period: 12, seasonal, smoothing });
    return model.status === 'ok' && Number.isFinite(model.sse) ? [model] : [];
  });
  const best = models.sort((a, b) => a.sse - b.sse)[0];
  if (!best) return null;
  const steps = best.forecast(Math.max(1, Math.ceil(horizon / 28)));
  return sumOver(history, horizon, (ahead) => steps[ahead - 1] ?? 0);
};
const usualSmoothings = [0.1, 0.3, 0.6].flatMap((alpha) =>
  [0, 0.1].flatMap((beta) => [0.1, 0.4].map((gamma) => ({ alpha, beta, gamma }))),
);

/**
 * The share of a year that its months usually have, times the level that the latest months speak for: half of it from the last quarter,
 * half from the last year, each divided by the share of its months.
 */
const seasonalShare: Method = (history, horizon) => {
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
  return sumOver(history, horizon, (ahead) => level * (shares[(ahead - 1) % 12] ?? 0));
};

function sumOver(history: SalesHistory, horizon: number, monthAt: (ahead: number) => number): number {
  return windowMonths(history, horizon).reduce((sum, { ahead, share }) => sum + share * monthAt(ahead), 0);
}

/** The methods that need nothing but past sales, by their names. */
export const methods = {
  'last-window': lastWindow,
  'last-months': lastMonths,
  'run-rate': runRate,
  'median-window': medianWindow,
  'year-ago': yearAgo,
  trend,
  'holt-winters': holtWintersMonths,
  'seasonal-share': seasonalShare,
} as const satisfies Record<string, Method>;

export type SalesMethod = keyof typeof methods;
