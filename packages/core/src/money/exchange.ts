import type { CurrencyCode } from './currency.ts';
import { currencyExponent } from './currency.ts';
import type { Minor } from './minor.ts';

/** An amount with its currency. */
export type Money = { readonly minor: Minor; readonly currency: CurrencyCode };

/** Units of the wanted currency for one unit of each other, in major units: `{ USD: 1.5 }` for BRL. */
export type Rates = Readonly<Record<CurrencyCode, number>>;

/**
 * Minor units of one currency in minor units of another, not rounded: round a parent once, then apportion it by the
 * unrounded conversions of its children. `rate` is the price of one major unit. `shift` is the target's exponent less
 * the source's (EUR → JPY: −2), 0 when left out.
 *
 * Throws RangeError on a rate that is not above zero.
 */
export function convert(minor: Minor, rate: number, shift = 0): number {
  demandRate(rate);
  return minor * rate * 10 ** shift;
}

/**
 * How much of a result in plan currency comes from exchange rates alone: `Σ actual · (actual rate − plan rate)`, rounded
 * once, half away from zero. Attainment is read at the plan rate, and this stands beside it.
 */
export function fxEffect(
  actualLocal: readonly Minor[],
  rates: { readonly plan: number; readonly actual: number },
): Minor {
  demandRate(rates.plan);
  demandRate(rates.actual);
  const local = actualLocal.reduce((sum, minor) => sum + minor, 0);
  return roundHalfAway(local * (rates.actual - rates.plan));
}

/**
 * The sum of amounts in one currency. Each currency is summed first and converted once. A currency without a rate
 * withholds the total: a sum that silently left something out would be wrong.
 */
export function totalIn(
  currency: CurrencyCode,
  amounts: readonly Money[],
  rates: Rates = {},
): { status: 'ok'; minor: Minor } | { status: 'missingRate'; currencies: CurrencyCode[] } {
  const sums = new Map<CurrencyCode, Minor>();
  for (const amount of amounts) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.minor);
  const currencies = [...sums.keys()].filter((code) => code !== currency && rates[code] === undefined).sort();
  if (currencies.length > 0) return { status: 'missingRate', currencies };
  let total = 0;
  // In the order of the codes, so that the last bit of the sum does not hang on the order of the amounts.
  for (const [code, sum] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const shift = currencyExponent(currency) - currencyExponent(code);
    total += code === currency ? sum : convert(sum, rates[code] as number, shift);
  }
  return { status: 'ok', minor: roundHalfAway(total) };
}

function roundHalfAway(value: number): number {
  return (value < 0 ? -Math.round(-value) : Math.round(value)) + 0;
}

function demandRate(rate: number): void {
  if (Number.isFinite(rate) && rate > 0) return;
  throw new RangeError(`An exchange rate is a number above zero; got ${rate}.`);
}
