/** A scorecard: `points = offset + factor · ln(odds)`. */
export type Scorecard = { readonly factor: number; readonly offset: number };

/**
 * The scorecard on which `base` points stand at odds of `odds` to one and every `pdo` points double the odds (Siddiqi 2006): 600 at
 * 50:1 and 20 points to double give 28.8539 and 487.1229. Throws RangeError unless `pdo` and `odds` lie above zero.
 */
export function scorecard({ pdo, base, odds }: { pdo: number; base: number; odds: number }): Scorecard {
  if (!(pdo > 0 && odds > 0 && Number.isFinite(base)))
    throw new RangeError(`A scorecard needs points to double and odds above zero; got ${pdo} and ${odds}.`);
  const factor = pdo / Math.LN2;
  return { factor, offset: base - factor * Math.log(odds) };
}

/** The points of log-odds on a scorecard. */
export const pointsOf = ({ factor, offset }: Scorecard, logit: number): number => offset + factor * logit;
