/** How a new product spreads: p, the pull of the product itself, and q, that of those who have it already. Per year. */
export type BassModel = { readonly innovation: number; readonly imitation: number };

/** Means over 213 applications (Sultan, Farley & Lehmann 1990). */
export const AVERAGE_BASS: BassModel = { innovation: 0.03, imitation: 0.38 };

/**
 * The share of all future buyers who have bought by t years after launch (Bass 1969):
 * `F(t) = (1 − e^(−(p+q)t)) / (1 + (q/p) e^(−(p+q)t))`; 0 before launch.
 *
 * Throws RangeError unless p > 0 and q ≥ 0.
 */
export function bass(model: BassModel, years: number): number {
  const { innovation: p, imitation: q } = sound(model);
  if (years <= 0) return 0;
  const decay = Math.exp(-(p + q) * years);
  return (1 - decay) / (1 + (q / p) * decay);
}

/** When most buy in a stretch of time, in years after launch, and the share reached by then: `ln(q/p) / (p+q)`, at least 0. */
export function bassPeak(model: BassModel): { readonly years: number; readonly share: number } {
  const { innovation: p, imitation: q } = sound(model);
  const years = q > p ? Math.log(q / p) / (p + q) : 0;
  return { years, share: bass(model, years) };
}

/**
 * Month shares of one year for a product without a past: the growth of F in each twelfth, scaled to one. `yearsAtStart`
 * is the age of the product when the year begins; a negative age means that it is launched within or after the year.
 * Null when nothing is sold in the year.
 */
export function bassMonthShares(model: BassModel, yearsAtStart: number): number[] | null {
  const marks = Array.from({ length: 13 }, (_, month) => bass(model, yearsAtStart + month / 12));
  const year = (marks[12] as number) - (marks[0] as number);
  if (!(year > 0)) return null;
  return marks.slice(1).map((mark, month) => (mark - (marks[month] as number)) / year);
}

function sound(model: BassModel): BassModel {
  const { innovation, imitation } = model;
  if (innovation > 0 && imitation >= 0 && Number.isFinite(innovation + imitation)) return model;
  throw new RangeError(`Bass needs p above zero and q of zero or more; got ${innovation} and ${imitation}.`);
}
