import type { Minor } from '../money/minor.ts';
import { type PostedCredit, standing } from './reversal.ts';

/** What a line of the books counts. Null is not known. */
export type BookLine = PostedCredit & {
  readonly currency: string;
  readonly quantity: number | null;
  readonly revenueMinor: Minor;
  readonly costMinor: Minor | null;
};

/** What stands of a sale in one currency. A measure that a line does not know is not known of the sum either. */
export type StandingSum = {
  readonly currency: string;
  readonly quantity: number | null;
  readonly revenueMinor: Minor | null;
  readonly costMinor: Minor | null;
};

/** The sum of the lines that no other line took back, one for each currency that was ever posted. */
export function standingSums(lines: readonly BookLine[]): StandingSum[] {
  const open = standing(lines);
  return [...new Set(lines.map(({ currency }) => currency))].map((currency) => {
    const own = open.filter((line) => line.currency === currency);
    const sum = (measure: 'quantity' | 'revenueMinor' | 'costMinor'): number | null =>
      own.some((line) => line[measure] === null) ? null : own.reduce((all, line) => all + (line[measure] ?? 0), 0);
    return { currency, quantity: sum('quantity'), revenueMinor: sum('revenueMinor'), costMinor: sum('costMinor') };
  });
}
