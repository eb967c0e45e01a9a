import type { CurrencyCode } from './currency.ts';
import type { Minor } from './minor.ts';
import { convertAt, type RateText } from './rate.ts';

/**
 * What was sold in one currency, in its own minor units, and what that was at the rates of its days; `atDayRates` is null
 * where the rate of a day is not known.
 */
export type SoldIn = {
  readonly currency: CurrencyCode;
  readonly minor: Minor;
  readonly atDayRates: Minor | null;
};

/** A result at plan rates. `fxEffect` is null when the rate of some day is not known. */
export type AtPlanRates =
  | { readonly status: 'ok'; readonly minor: Minor; readonly fxEffect: Minor | null }
  | { readonly status: 'missingRate'; readonly currencies: readonly CurrencyCode[] };

/**
 * What was sold in several currencies, in the currency of the plan at the plan's own rates, so that attainment says what was
 * sold and not what currencies did; beside it the effect of the rates alone, Σ local · (rate of the day − plan rate). Each
 * currency is summed first and converted once. A currency without a plan rate withholds the result.
 *
 * Throws RangeError when a rate is none.
 */
export function atPlanRates(
  home: CurrencyCode,
  sold: readonly SoldIn[],
  planRates: Readonly<Record<CurrencyCode, RateText>>,
): AtPlanRates {
  const foreign = sold.filter(({ currency, minor }) => currency !== home && minor !== 0);
  const currencies = [...new Set(foreign.map(({ currency }) => currency))].sort();
  const missing = currencies.filter((code) => planRates[code] === undefined);
  if (missing.length > 0) return { status: 'missingRate', currencies: missing };
  const planned = currencies.reduce((total, from) => {
    const local = foreign.reduce((sum, { currency, minor }) => sum + (currency === from ? minor : 0), 0);
    return total + convertAt(local, planRates[from] as RateText, { from, to: home });
  }, 0);
  const known = foreign.every(({ atDayRates }) => atDayRates !== null);
  const actual = foreign.reduce((total, { atDayRates }) => total + (atDayRates ?? 0), 0);
  const own = sold.reduce((total, { currency, minor }) => total + (currency === home ? minor : 0), 0);
  return { status: 'ok', minor: own + planned, fxEffect: known ? actual - planned : null };
}
