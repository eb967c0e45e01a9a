/**
 * What visits return, as its judges state it: at none `min`, at any number of them `max`, at those of today 1, and at half as
 * many again `half`. All are shares of the return of today.
 */
export type Judgement = { readonly min: number; readonly max: number; readonly half: number };

/** Little's own example: without visits 60 % stay, without limit 125 %, with half as many again 112 %. */
export const firstJudgement: Judgement = { min: 0.6, max: 1.25, half: 1.12 };

/** The curve through a judgement: `r(x) = min + (max − min) · x^c ÷ (d + x^c)`. */
export type CallResponse = {
  readonly c: number;
  readonly d: number;
  /** Share of the return of today at `x` times the visits of today. */
  readonly at: (x: number) => number;
};

/**
 * Calibrates the response to visits (Little 1970, ADBUDG; Lodish 1971): `d = (max − min) ÷ (1 − min) − 1` makes 1 of today,
 * `c = ln(f·d ÷ (1 − f)) ÷ ln 1.5` with `f = (half − min) ÷ (max − min)` gives what was judged for half as many again.
 * min 0.6, max 1.25, half 1.12: c = 2.2599, d = 0.625.
 *
 * Throws RangeError unless `min < 1 < half < max`, `min ≥ 0`.
 */
export function callResponse({ min, max, half }: Judgement): CallResponse {
  if (!(min >= 0 && min < 1 && half > 1 && half < max && max < Number.POSITIVE_INFINITY))
    throw new RangeError(
      'A judgement rises: nothing or more, below 1, above 1 at half as many again, below its limit.',
    );
  const d = (max - min) / (1 - min) - 1;
  const f = (half - min) / (max - min);
  const c = Math.log((f * d) / (1 - f)) / Math.log(1.5);
  const at = (x: number): number => {
    if (!(x >= 0)) throw new RangeError(`Visits are none or more; got ${x}.`);
    const power = x ** c;
    return power === Number.POSITIVE_INFINITY ? max : min + ((max - min) * power) / (d + power);
  };
  return { c, d, at };
}
