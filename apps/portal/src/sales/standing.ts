import type { CreditView } from '@milepost/contract/sales';
import { standing } from '@milepost/core/sales/reversal';

/** What stands of a sale in one currency. A measure that a line does not know is not known of the sum either. */
export type Sum = { currency: string; quantity: number | null; revenueMinor: number | null; costMinor: number | null };

/** The sum of the lines that a sale has in the books and that no other line took back, one for each currency that was ever posted. */
export function standingSums(credits: readonly CreditView[]): Sum[] {
  const open = standing(credits.map((credit) => ({ ...credit, reverses: credit.reversesId })));
  const sum = (lines: readonly CreditView[], measure: 'quantity' | 'revenueMinor' | 'costMinor'): number | null =>
    lines.some((line) => line[measure] === null) ? null : lines.reduce((all, line) => all + (line[measure] ?? 0), 0);
  return [...new Set(credits.map(({ currency }) => currency))].map((currency) => {
    const lines = open.filter((line) => line.currency === currency);
    const of = (measure: 'quantity' | 'revenueMinor' | 'costMinor') => sum(lines, measure);
    return { currency, quantity: of('quantity'), revenueMinor: of('revenueMinor'), costMinor: of('costMinor') };
  });
}
