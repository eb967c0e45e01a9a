import { minimiseInUnitCube } from '../special/minimise.ts';

/** How fast level (α), trend (β) and season (γ) follow what is observed, each 0–1. */
export type Smoothing = { readonly alpha: number; readonly beta: number; readonly gamma: number };

export type SeasonKind = 'additive' | 'multiplicative';

export type HoltWintersOptions = {
  /** Observations a season, e.g. 12. */
  readonly period: number;
  readonly seasonal?: SeasonKind;
  /** Found by the least sum of squared errors where left out. */
  readonly smoothing?: Smoothing;
  /** Where the recursion starts; each part left out is read from the first two seasons. */
  readonly start?: { readonly level?: number; readonly trend?: number; readonly season?: readonly number[] };
};

export type HoltWinters = {
  readonly status: 'ok';
  /** Sum of squared one-step errors. */
  readonly sse: number;
  readonly level: number;
  readonly trend: number;
  /** The latest season, its first place the one that comes next. */
  readonly season: readonly number[];
  readonly smoothing: Smoothing;
  /** The values of the next `steps` observations. */
  readonly forecast: (steps: number) => number[];
};

/**
 * Exponential smoothing with trend and season (Holt 1957, Winters 1960), as R's `HoltWinters` does it: the first season
 * only starts the recursion, start values come from a classical decomposition of the first two.
 *
 * `insufficientData` with fewer than two seasons and one observation, and for a multiplicative season when values are
 * not all above zero. Throws RangeError on a period below 2 and on a smoothing outside 0–1.
 */
export function holtWinters(
  series: readonly number[],
  options: HoltWintersOptions,
): HoltWinters | { status: 'insufficientData' } {
  const { period, seasonal = 'multiplicative' } = options;
  if (!Number.isInteger(period) || period < 2) throw new RangeError(`A season has two places or more; got ${period}.`);
  if (!series.every(Number.isFinite)) throw new RangeError('A series holds finite numbers only.');
  const isMultiplicative = seasonal === 'multiplicative';
  if (series.length < 2 * period + 1) return { status: 'insufficientData' };
  if (isMultiplicative && series.some((value) => value <= 0)) return { status: 'insufficientData' };
  const own = startOf(series, period, isMultiplicative);
  const start = { ...own, ...options.start };
  if (start.season.length !== period)
    throw new RangeError(`A season has ${period} places; got ${start.season.length}.`);
  const run = (smoothing: Smoothing) => smooth(series, start, smoothing, isMultiplicative);
  const smoothing = options.smoothing ?? fit((candidate) => run(candidate).sse);
  demandSmoothing(smoothing);
  const fitted = run(smoothing);
  const forecast = (steps: number): number[] =>
    Array.from({ length: steps }, (_, index) => {
      const straight = fitted.level + (index + 1) * fitted.trend;
      const factor = fitted.season[index % period] as number;
      return isMultiplicative ? straight * factor : straight + factor;
    });
  return { status: 'ok', ...fitted, smoothing, forecast };
}

type State = { readonly level: number; readonly trend: number; readonly season: readonly number[] };

function smooth(
  series: readonly number[],
  start: State,
  { alpha, beta, gamma }: Smoothing,
  isMultiplicative: boolean,
): State & { sse: number } {
  const period = start.season.length;
  const season = [...start.season];
  let { level, trend } = start;
  let sse = 0;
  for (let at = period; at < series.length; at += 1) {
    const observed = series[at] as number;
    const place = at % period;
    const factor = season[place] as number;
    const straight = level + trend;
    sse += (observed - (isMultiplicative ? straight * factor : straight + factor)) ** 2;
    const deseasoned = isMultiplicative ? observed / factor : observed - factor;
    const before = level;
    level = alpha * deseasoned + (1 - alpha) * straight;
    trend = beta * (level - before) + (1 - beta) * trend;
    season[place] = gamma * (isMultiplicative ? observed / level : observed - level) + (1 - gamma) * factor;
  }
  const next = series.length % period;
  return { sse, level, trend, season: [...season.slice(next), ...season.slice(0, next)] };
}

/** Classical decomposition of the first two seasons: centred moving average, a line through it, mean deviations. */
function startOf(series: readonly number[], period: number, isMultiplicative: boolean): State {
  const head = series.slice(0, 2 * period);
  const half = Math.floor(period / 2);
  const averages = head.map((_, at) => (at < half || at >= head.length - half ? null : centredMean(head, at, period)));
  const points = averages.filter((average) => average !== null);
  const { intercept, slope } = lineThrough(points);
  const season = Array.from({ length: period }, (_, place) => {
    const deviations = [place, place + period].flatMap((at) => {
      const [observed, average] = [head[at] as number, averages[at] ?? null];
      if (average === null) return [];
      return [isMultiplicative ? observed / average : observed - average];
    });
    return mean(deviations);
  });
  const centre = mean(season);
  return {
    level: intercept,
    trend: slope,
    season: season.map((factor) => (isMultiplicative ? factor / centre : factor - centre)),
  };
}

/** An even period takes the two outermost values by half, so that the window is centred. */
function centredMean(values: readonly number[], at: number, period: number): number {
  const half = Math.floor(period / 2);
  const window = values.slice(at - half, at + half + 1);
  const sum = window.reduce((total, value) => total + value, 0);
  if (period % 2 === 1) return sum / period;
  return (sum - ((window[0] as number) + (window[period] as number)) / 2) / period;
}

function lineThrough(values: readonly number[]): { intercept: number; slope: number } {
  const [middle, average] = [(values.length + 1) / 2, mean(values)];
  let [products, squares] = [0, 0];
  for (const [index, value] of values.entries()) {
    products += (index + 1 - middle) * (value - average);
    squares += (index + 1 - middle) ** 2;
  }
  const slope = squares === 0 ? 0 : products / squares;
  return { intercept: average - slope * middle, slope };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function fit(sseOf: (smoothing: Smoothing) => number): Smoothing {
  const [alpha, beta, gamma] = minimiseInUnitCube([0.3, 0.1, 0.1], ([a, b, c]) =>
    sseOf({ alpha: a as number, beta: b as number, gamma: c as number }),
  ) as [number, number, number];
  return { alpha, beta, gamma };
}

function demandSmoothing({ alpha, beta, gamma }: Smoothing): void {
  for (const weight of [alpha, beta, gamma]) {
    if (!(weight >= 0 && weight <= 1)) throw new RangeError(`A smoothing weight lies from 0 to 1; got ${weight}.`);
  }
}
