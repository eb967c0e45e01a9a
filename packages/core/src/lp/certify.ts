import type { Lp, LpOptimum } from './lp.ts';

/**
 * What an answer proves of itself. All in the units of the programme.
 * - `primal`: the objective recomputed from the values.
 * - `dual`: the bound that the prices put on the objective of whatever fits; equal to `primal` when the answer is the best.
 *   Infinite when a price stands on a bound that is not there.
 * - `violation`: by how much a row or a bound is missed at most.
 * - `mispriced`: by how much a reduced cost is not `objective − Σ price · coefficient` at most.
 */
export type Certificate = {
  readonly primal: number;
  readonly dual: number;
  readonly violation: number;
  readonly mispriced: number;
};

/** Below this a price is noise of the arithmetic, and asks for no bound. */
const noise = 1e-9;

/**
 * Checks an optimum by duality, in O(terms): for a maximum `c·x ≤ Σ max(y·lower, y·upper) + Σ max(d·lower, d·upper)` holds for
 * everything that fits, so values and prices that meet are the best there is (strong duality, von Neumann).
 * Throws RangeError when the answer is not of this programme's size.
 */
export function certify({ direction, columns, rows }: Lp, { values, prices, reducedCosts }: LpOptimum): Certificate {
  if (values.length !== columns.length || reducedCosts.length !== columns.length || prices.length !== rows.length)
    throw new RangeError('The answer is not one of this programme.');
  const priced = columns.map(({ objective }) => objective);
  let violation = 0;
  let dual = 0;
  const pay = (price: number, lower: number, upper: number): void => {
    if (Math.abs(price) <= noise) return;
    const isUpper = direction === 'max' ? price > 0 : price < 0;
    dual += price * (isUpper ? upper : lower);
  };
  const miss = (value: number, lower: number, upper: number): void => {
    violation = Math.max(violation, lower - value, value - upper);
  };
  for (const [at, { lower, upper, terms }] of rows.entries()) {
    const price = prices[at] as number;
    let activity = 0;
    for (const [column, coefficient] of terms) {
      activity += coefficient * (values[column] as number);
      priced[column] = (priced[column] as number) - price * coefficient;
    }
    miss(activity, lower, upper);
    pay(price, lower, upper);
  }
  let primal = 0;
  let mispriced = 0;
  for (const [at, { objective, lower, upper }] of columns.entries()) {
    const value = values[at] as number;
    primal += objective * value;
    mispriced = Math.max(mispriced, Math.abs((priced[at] as number) - (reducedCosts[at] as number)));
    miss(value, lower, upper);
    pay(reducedCosts[at] as number, lower, upper);
  }
  return { primal, dual, violation, mispriced };
}
