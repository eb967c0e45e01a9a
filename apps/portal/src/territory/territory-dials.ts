import type { Balance } from '@milepost/contract/territory';
import type { Reference } from '../records/form-fields.ts';

/** What is turned on the page of territories. No people: everybody in reach who sells. */
export type Dials = {
  people: Reference[];
  balance: Balance;
  moves: number;
  price: number;
  withUnowned: boolean;
};

/** A change that is small and careful: ten accounts, and margin weighed as heavily as balance. */
export const firstDials: Dials = { people: [], balance: 'accounts', moves: 10, price: 1, withUnowned: false };

/** A whole number of moves from what was typed; null when it is none between 0 and 1,000. */
export function readMoves(text: string | number): number | null {
  const value = Number(text);
  return text !== '' && Number.isInteger(value) && value >= 0 && value <= 1000 ? value : null;
}
