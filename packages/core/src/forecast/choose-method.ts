import type { PastForecast } from './conformal.ts';

/** What each method would have said at one origin, and what came; both in money. Null where a method had too little to go by. */
export type Trial<Name extends string> = {
  readonly forecasts: Readonly<Record<Name, number | null>>;
  readonly actual: number;
};

export type Candidate<Name extends string> = {
  readonly name: Name;
  readonly forecast: number;
  /** Σ|forecast − actual| ÷ Σ actual over the origins at which it could be tried; null without any. */
  readonly wape: number | null;
  readonly origins: number;
};

/** So many origins of evidence the expectation is worth that all methods are equally good, and that their mean is a little better. */
const priorOrigins = 3;
const usualError = 0.25;
/** Of a mean of several the error is smaller (Bates & Granger 1969; the M competitions): what a single method has to beat. */
const meanBonus = 0.85;
/** What an origin counts against the one after it: what was best years ago need not be now. */
const decay = 0.93;

/**
 * The methods that can be tried now with their error so far, best first. The order is by error drawn to a prior, so that with few origins the
 * mean of all methods stands first, and a single one overtakes it only by evidence.
 * @param now what each method says now @param trials past origins whose window was over by now, oldest first
 * @param mean the name of the mean of all the others
 */
export function rankMethods<Name extends string>(
  now: Readonly<Record<Name, number | null>>,
  trials: readonly Trial<Name>[],
  mean: Name,
): Candidate<Name>[] {
  const scale = trials.reduce((sum, { actual }) => sum + Math.abs(actual), 0) / Math.max(1, trials.length);
  const ranked = (Object.keys(now) as Name[]).flatMap((name) => {
    const forecast = now[name];
    if (forecast === null) return [];
    let [off, weighted, absolute, actual, origins] = [0, 0, 0, 0, 0];
    for (const [at, trial] of trials.entries()) {
      const said = trial.forecasts[name];
      if (said === null) continue;
      const weight = decay ** (trials.length - 1 - at);
      origins += 1;
      absolute += Math.abs(said - trial.actual);
      actual += Math.abs(trial.actual);
      off += weight * Math.abs(said - trial.actual);
      weighted += weight * Math.abs(trial.actual);
    }
    const prior = usualError * (name === mean ? meanBonus : 1);
    const score = scale > 0 ? (off + priorOrigins * scale * prior) / (weighted + priorOrigins * scale) : prior;
    return [{ name, forecast, wape: actual > 0 ? absolute / actual : null, origins, score }];
  });
  return ranked
    .sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1))
    .map(({ score: _, ...candidate }) => candidate);
}

/** The share of past intervals that held what came; null without any. */
export function coverageOf(
  past: readonly (PastForecast & { readonly low: number; readonly high: number })[],
): number | null {
  if (past.length === 0) return null;
  return past.filter(({ actual, low, high }) => actual >= low && actual <= high).length / past.length;
}
