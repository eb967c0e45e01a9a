import { derive, type Heading } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';
import type { MixRole } from './mix-spec.ts';

/** Revenue of a line so far, in minor units, with the records it comes from. */
export type SoldLine = { readonly id: string; readonly role: MixRole | null; readonly revenue: Why | Leaf };

/**
 * The share of a role in all revenue so far, as a derivation `Σ of its lines ÷ Σ of all`: a ratio with numerator and denominator.
 * Null before anything was sold, and when returns outweigh the sales: a share of nothing is not 0.
 */
export function shareToDate(sold: readonly SoldLine[], role: MixRole): Why | null {
  const heading = (rule: string): Heading => ({ rule, unit: 'money' });
  const all = derive(
    'sum',
    heading('mix.sold'),
    sold.map(({ revenue }) => revenue),
  );
  if (all.value <= 0) return null;
  const own = sold.filter((line) => line.role === role).map(({ revenue }) => revenue);
  return derive('quotient', { rule: `mix.${role}-share`, unit: 'ratio' }, [
    derive('sum', heading(`mix.${role}-sold`), own),
    all,
  ]);
}
