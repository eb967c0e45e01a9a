import { normalCdf, normalDensity } from '../special/normal.ts';
import type { Interval, PastForecast } from './conformal.ts';

/** How far forecasts were off. Ratios are null where nothing came at all; `mape` counts only what is not zero, and says how many. */
export type ForecastErrors = {
  readonly origins: number;
  /** Mean absolute and root mean squared error, in money. */
  readonly mae: number;
  readonly rmse: number;
  /** Σ|forecast − actual| ÷ Σ|actual|. */
  readonly wape: number | null;
  /** Σ(forecast − actual) ÷ Σ|actual|: above zero when too much was promised. */
  readonly bias: number | null;
  readonly mape: number | null;
  readonly mapeOrigins: number;
};

/** Error measures of past forecasts (Hyndman & Koehler 2006). Null without any. */
export function forecastErrors(past: readonly PastForecast[]): ForecastErrors | null {
  if (past.length === 0) return null;
  const off = past.map(({ forecast, actual }) => forecast - actual);
  const absolute = sum(off.map(Math.abs));
  const actual = sum(past.map((one) => Math.abs(one.actual)));
  const ratios = past.flatMap((one) =>
    one.actual === 0 ? [] : [Math.abs(one.forecast - one.actual) / Math.abs(one.actual)],
  );
  return {
    origins: past.length,
    mae: absolute / past.length,
    rmse: Math.sqrt(sum(off.map((one) => one ** 2)) / past.length),
    wape: actual > 0 ? absolute / actual : null,
    bias: actual > 0 ? sum(off) / actual : null,
    mape: ratios.length > 0 ? sum(ratios) / ratios.length : null,
    mapeOrigins: ratios.length,
  };
}

/** Width + 2/α × what lies outside (Winkler 1972): small is good. `alpha` is what may lie outside, 0.2 for an 80 % interval. */
export function intervalScore({ low, high }: Interval, actual: number, alpha: number): number {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`What may lie outside is between 0 and 1; got ${alpha}.`);
  return high - low + (2 / alpha) * Math.max(0, low - actual, actual - high);
}

/** The loss of a quantile forecast: τ of what came above it, 1 − τ of what came below (Koenker & Bassett 1978). */
export function pinballLoss(quantile: number, actual: number, tau: number): number {
  if (!(tau > 0 && tau < 1)) throw new RangeError(`A quantile is between 0 and 1; got ${tau}.`);
  return actual >= quantile ? tau * (actual - quantile) : (1 - tau) * (quantile - actual);
}

/** Continuous ranked probability score of a normal forecast, in closed form (Gneiting & Raftery 2007). */
export function crpsOfNormal({ mean, sd }: { mean: number; sd: number }, actual: number): number {
  if (!(sd > 0)) throw new RangeError(`A standard deviation is above zero; got ${sd}.`);
  const z = (actual - mean) / sd;
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
