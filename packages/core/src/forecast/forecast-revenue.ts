import type { Day } from '../calendar/civil-day.ts';
import { calmHistory } from './big-sales.ts';
import { type Candidate, coverageOf, rankMethods, type Trial } from './choose-method.ts';
import { adaptedConfidence, around, conformal, type PastForecast } from './conformal.ts';
import { forecastErrors } from './forecast-errors.ts';
import { methods, type SalesMethod } from './methods.ts';
import { modelWidth } from './model-width.ts';
import { type PipelineOpportunity, pipelineForecast } from './pipeline-forecast.ts';
import { type DaySale, daysKnown, type SalesHistory, salesHistory, shiftMonths } from './sales-history.ts';

/** `mean` is the mean of all the others, `pipeline` open deals by their hazards and those still to come. */
export type ForecastMethod = SalesMethod | 'pipeline' | 'mean';
export const forecastMethods: readonly ForecastMethod[] = [
  ...(Object.keys(methods) as SalesMethod[]),
  'pipeline',
  'mean',
];

/** What would have been said at a past origin, with the interval of that day, and what came. */
export type TrackedForecast = PastForecast & {
  readonly origin: Day;
  readonly method: ForecastMethod;
  readonly low: number;
  readonly high: number;
  readonly calibration: 'calibrated' | 'unverified';
};

export type RevenueForecast =
  | {
      readonly status: 'ok';
      readonly method: ForecastMethod;
      readonly forecast: number;
      readonly low: number;
      readonly high: number;
      readonly conf: number;
      /** `calibrated` on so many past origins; `unverified` where there are too few of them: then the interval is the model's own. */
      readonly calibration: { readonly kind: 'calibrated' | 'unverified'; readonly origins: number };
      /** The interval is from (forecast + nothing)·e^(−width) − nothing to (forecast + nothing)·e^width − nothing. */
      readonly width: number;
      readonly nothing: number;
      /** Every method that could be tried, the chosen one first. */
      readonly candidates: readonly Candidate<ForecastMethod>[];
      readonly track: readonly TrackedForecast[];
      /** Of the track: its errors, and the share of its intervals that held what came; null without a track. */
      readonly wape: number | null;
      readonly bias: number | null;
      readonly coverage: number | null;
    }
  | { readonly status: 'noSales' };

export type ForecastAsk = {
  readonly sales: readonly DaySale[];
  readonly deals?: readonly PipelineOpportunity[];
  readonly asOf: Day;
  /** Days after `asOf`. */
  readonly horizon: number;
  readonly conf?: number;
};

/** Origins further back tell little of now. */
const mostOrigins = 36;
/** Errors of the latest origins: what the procedure was like when it knew little says little of it now. */
const mostErrors = 18;
/** Before that many days there is nothing to make a forecast from. */
const daysNeeded = 28;
/** Windows without sales are none by this share of a usual one. */
const nothingShare = 0.05;

/**
 * What will be sold in the `horizon` days after `asOf` (rule 5). The method is chosen by a backtest with a rolling origin, a month apart: at
 * each origin every method is tried on what was known then. The interval is conformal on the errors of the procedure itself, choice
 * included, and each interval of the track was made from origins before its own only; if these held too little or too much, it is adapted.
 *
 * Throws RangeError on a horizon that is not a whole number of days above zero, and as its parts do.
 */
export function forecastRevenue({ sales, deals = [], asOf, horizon, conf = 0.8 }: ForecastAsk): RevenueForecast {
  if (!Number.isInteger(horizon) || horizon < 1)
    throw new RangeError(`A horizon is a whole number of days above zero; got ${horizon}.`);
  const history = salesHistory(sales, asOf);
  if (!history) return { status: 'noSales' };
  const say = (known: SalesHistory): Record<ForecastMethod, number | null> => allMethods(known, deals, horizon);
  const trials: (Trial<ForecastMethod> & { origin: Day; history: SalesHistory })[] = [];
  for (let back = mostOrigins; back >= 1; back -= 1) {
    const origin = shiftMonths(asOf, -back);
    const known = history.asOf(origin);
    if (origin + horizon > asOf || daysKnown(known) < daysNeeded) continue;
    trials.push({ origin, history: known, forecasts: say(known), actual: history.sold(origin, origin + horizon) });
  }
  const track: TrackedForecast[] = [];
  const statedAt = (known: SalesHistory, forecasts: Record<ForecastMethod, number | null>) => {
    const isOver = ({ origin }: { origin: Day }): boolean => origin + horizon <= known.last;
    const candidates = rankMethods(forecasts, trials.filter(isOver), 'mean');
    const [chosen] = candidates;
    if (!chosen) throw new Error('The last window can always be tried.');
    const nothing = nothingOf(known, horizon);
    const past = track.filter(isOver).slice(-mostErrors);
    const hits = past.flatMap(({ actual, low, high, calibration }) =>
      calibration === 'calibrated' ? [actual >= low && actual <= high] : [],
    );
    const found = conformal(past, adaptedConfidence(hits, conf), nothing);
    const plain = found.status === 'ok' ? found : conformal(past, conf, nothing);
    const width = plain.status === 'ok' ? plain.width : modelWidth(known, horizon, conf);
    const kind: 'calibrated' | 'unverified' = plain.status === 'ok' ? 'calibrated' : 'unverified';
    return {
      method: chosen.name,
      forecast: chosen.forecast,
      ...around(chosen.forecast, width, nothing),
      width,
      nothing,
      calibration: { kind, origins: plain.origins },
      candidates,
    };
  };
  for (const { origin, history: known, forecasts, actual } of trials) {
    const { method, forecast, low, high, calibration } = statedAt(known, forecasts);
    track.push({ origin, method, forecast, low, high, calibration: calibration.kind, actual });
  }
  const errors = forecastErrors(track);
  return {
    status: 'ok',
    ...statedAt(history, say(history)),
    conf,
    track,
    wape: errors?.wape ?? null,
    bias: errors?.bias ?? null,
    coverage: coverageOf(track),
  };
}

/** These are what they say: the last window again, the rate so far, and a middle that no big sale moves. */
export const asItIs: ReadonlySet<string> = new Set<SalesMethod>(['last-window', 'run-rate', 'median-window']);

function allMethods(
  known: SalesHistory,
  deals: readonly PipelineOpportunity[],
  horizon: number,
): Record<ForecastMethod, number | null> {
  const calm = calmHistory(known, horizon);
  const ofSales = Object.fromEntries(
    Object.entries(methods).map(([name, method]) => {
      const said = asItIs.has(name) ? method(known, horizon) : method(calm.history, horizon);
      const excess = asItIs.has(name) ? 0 : calm.excessPerDay * horizon;
      // More returns than sales is no forecast of sales.
      return [name, said === null || !Number.isFinite(said) ? null : Math.max(0, said + excess)];
    }),
  ) as Record<SalesMethod, number | null>;
  const pipeline = deals.length === 0 ? null : pipelineForecast(deals, { asOf: known.last, horizon });
  const all = {
    ...ofSales,
    pipeline: pipeline?.status === 'ok' ? pipeline.expectedOpen + pipeline.expectedNew : null,
  };
  const said = Object.values(all).filter((value) => value !== null);
  return { ...all, mean: said.length > 1 ? said.reduce((sum, value) => sum + value, 0) / said.length : null };
}

/** Money that counts as no sale: nothing while every window of that length had some, else a twentieth of the mean window. */
function nothingOf(history: SalesHistory, horizon: number): number {
  const windows = Math.max(1, Math.floor(daysKnown(history) / horizon));
  const sums = Array.from({ length: windows }, (_, back) =>
    history.sold(history.last - (back + 1) * horizon, history.last - back * horizon),
  );
  if (sums.every((sum) => sum > 0)) return 0;
  const mean = sums.reduce((sum, value) => sum + Math.abs(value), 0) / windows;
  return nothingShare * mean;
}
