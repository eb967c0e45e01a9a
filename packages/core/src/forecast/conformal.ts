/** A forecast made in the past and what came of it, in money. */
export type PastForecast = { readonly forecast: number; readonly actual: number };

export type Interval = { readonly low: number; readonly high: number };

export type Conformal =
  | {
      readonly status: 'ok';
      /** Half of the interval on the scale of logarithms. */
      readonly width: number;
      readonly origins: number;
      readonly around: (forecast: number) => Interval;
    }
  /** `need` origins would do. */
  | { readonly status: 'insufficientData'; readonly origins: number; readonly need: number };

/**
 * An interval from how far past forecasts were off, whatever made them (split conformal: Vovk, Gammerman & Shafer 2005; Lei et al. 2018):
 * its half width is the ⌈(n + 1)·conf⌉-th smallest |log(actual/forecast)|, so that the next one falls inside with probability `conf` if it
 * is like the past. That place exists only with n ≥ 1/(1 − conf) − 1 origins: 4 for 80 %, 9 for 90 %.
 *
 * `nothing` is money that counts as none: it is added to both, so that a window without sales has a logarithm. Throws RangeError on a
 * confidence outside 0–1 and on `nothing` below zero.
 */
export function conformal(past: readonly PastForecast[], conf: number, nothing = 0): Conformal {
  if (!(conf > 0 && conf < 1)) throw new RangeError(`A confidence lies between 0 and 1; got ${conf}.`);
  if (!(nothing >= 0 && Number.isFinite(nothing))) throw new RangeError(`Money that counts as none is not ${nothing}.`);
  const errors = past.flatMap((one) => errorOf(one, nothing) ?? []).sort((a, b) => a - b);
  const width = errors[rankAt(errors.length, conf) - 1];
  // (1 − 0.8)⁻¹ is 5.000000000000001 in doubles.
  if (width === undefined)
    return { status: 'insufficientData', origins: errors.length, need: Math.ceil(1 / (1 - conf) - 1 - 1e-9) };
  return { status: 'ok', width, origins: errors.length, around: (forecast) => around(forecast, width, nothing) };
}

/** |log(actual/forecast)|; null where there is no logarithm. */
export function errorOf({ forecast, actual }: PastForecast, nothing = 0): number | null {
  const [expected, came] = [Math.max(0, forecast) + nothing, Math.max(0, actual) + nothing];
  return expected > 0 && came > 0 ? Math.abs(Math.log(came / expected)) : null;
}

/** From forecast·e^(−width) to forecast·e^width, with the money that counts as none taken off again. */
export function around(forecast: number, width: number, nothing = 0): Interval {
  const base = Math.max(0, forecast) + nothing;
  return { low: Math.max(0, base * Math.exp(-width) - nothing), high: base * Math.exp(width) - nothing };
}

const rankAt = (count: number, conf: number): number => Math.ceil((count + 1) * conf - 1e-9);

/**
 * The confidence to ask for now so that in the long run `conf` of what came lay inside (adaptive conformal inference: Gibbs & Candès
 * 2021): after each origin α moves by γ·(α₀ − miss). A run of misses widens the interval, a run of hits narrows it.
 * @param hits what came of the intervals so far, oldest first
 */
export function adaptedConfidence(hits: readonly boolean[], conf: number, step = 0.05): number {
  let alpha = 1 - conf;
  for (const isHit of hits) alpha += step * (1 - conf - (isHit ? 0 : 1));
  return Math.min(0.99, Math.max(0.5, 1 - alpha));
}
