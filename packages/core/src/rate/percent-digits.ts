/** What floating point may add to a sum of shares. */
const noise = 1e-9;
/** With so many digits after the mark a percentage tells everything apart that is no noise. */
const mostDigits = 7;

const sideOf = (ratio: number, bound: number): number =>
  Math.abs(ratio - bound) < noise ? 0 : Math.sign(ratio - bound);

/**
 * How many digits a percentage needs, `digits` at least, so that rounding takes it neither over a bound nor onto one on which it does not
 * lie: beside a status that turns at 1, 0.996 is 99.6 % and never 100 %. None and all, 0 and 1, are bounds of every ratio.
 */
export function percentDigits(ratio: number, digits: number, bounds: readonly number[] = []): number {
  const sides = [0, 1, ...bounds];
  for (let more = digits; more < mostDigits; more += 1) {
    const told = Math.round(ratio * 100 * 10 ** more) / 10 ** more / 100;
    if (sides.every((bound) => sideOf(told, bound) === sideOf(ratio, bound))) return more;
  }
  return mostDigits;
}
