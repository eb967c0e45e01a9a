import { derive, record, stored } from '../explain/derive.ts';
import type { Why } from '../explain/why.ts';
import type { Change } from './verdict.ts';

/** What was sold, at what price, and what its list price would have been; prices in minor units. */
export type DiscountedSale = {
  readonly id: string;
  readonly name: string;
  readonly netMinor: number;
  readonly quantity: number;
  readonly productId: string;
  readonly product: string;
  readonly listPriceMinor: number;
};

const leastSales = 5;
const resamples = 1000;
/** Of the interval. */
const confidence = 0.8;

const listOf = ({ quantity, listPriceMinor }: DiscountedSale): number => quantity * listPriceMinor;
function depthOf(sales: readonly DiscountedSale[]): number | null {
  let [net, list] = [0, 0];
  for (const sale of sales) {
    net += sale.netMinor;
    list += listOf(sale);
  }
  return list > 0 ? 1 - net / list : null;
}

/**
 * How deep discounts went over some sales: `1 − Σ net ÷ Σ list` (rules, negotiation); below 0 where more was agreed than listed. Null
 * where nothing has a list price.
 */
export function whyDepth(sales: readonly DiscountedSale[], label?: string): Why | null {
  if (depthOf(sales) === null) return null;
  const nets = sales.map(({ id, netMinor, name }) => record('sale', id, netMinor, 'money', name));
  const lists = sales.map((sale) =>
    derive('product', { rule: 'goals.list', unit: 'money', label: sale.name }, [
      record('sale', sale.id, sale.quantity, 'count', sale.name),
      record('product', sale.productId, sale.listPriceMinor, 'money', sale.product),
    ]),
  );
  const heading = { rule: 'goals.depth', unit: 'ratio', ...(label === undefined ? {} : { label }) } as const;
  return derive('difference', heading, [
    stored('goals', 'whole', 1, 'ratio'),
    derive('quotient', { rule: 'goals.net-of-list', unit: 'ratio' }, [
      derive('sum', { rule: 'goals.net', unit: 'money' }, nets),
      derive('sum', { rule: 'goals.list-in-all', unit: 'money' }, lists),
    ]),
  ]);
}

/** How the change comes about: depth after less depth before, in points. Null where one of them is not known. */
export function whyDepthChange(before: readonly DiscountedSale[], after: readonly DiscountedSale[]): Why | null {
  const [first, second] = [whyDepth(before), whyDepth(after)];
  return first && second ? derive('difference', { rule: 'goals.depth-change', unit: 'ratio' }, [second, first]) : null;
}

/**
 * By how many points discounts became deeper (above 0) or shallower, with the interval of resampled sales of each side. Null with fewer
 * than five sales on either side, or where nothing has a list price.
 * @param dice the next random number, 0 (included) to 1, seeded by whoever asks
 */
export function depthChange(
  before: readonly DiscountedSale[],
  after: readonly DiscountedSale[],
  dice: () => number,
): Change {
  const [first, second] = [depthOf(before), depthOf(after)];
  if (first === null || second === null || Math.min(before.length, after.length) < leastSales) return null;
  const again = (side: readonly DiscountedSale[]): DiscountedSale[] =>
    side.map(() => side[Math.floor(dice() * side.length)] as DiscountedSale);
  const changes: number[] = [];
  for (let at = 0; at < resamples; at += 1) {
    const [one, other] = [depthOf(again(before)), depthOf(again(after))];
    if (one !== null && other !== null) changes.push(other - one);
  }
  changes.sort((a, b) => a - b);
  const change = second - first;
  const quantile = (share: number): number =>
    changes[Math.min(changes.length - 1, Math.floor(share * changes.length))] ?? change;
  return { change, low: quantile((1 - confidence) / 2), high: quantile((1 + confidence) / 2) };
}
