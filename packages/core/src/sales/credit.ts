import { apportion } from '../apportion/apportion.ts';

/** All of a sale, in hundredths of a percent. */
export const WHOLE_BP = 10_000;

/** Whose a sale is, by hundredths of a percent: 5,000 is half of it. */
export type CreditShare = { readonly personId: string; readonly shareBp: number };

/** Measures of a sale by name, whole numbers: revenue and cost in minor units, quantity in pieces. Null stays unknown. */
export type Measures = Readonly<Record<string, number | null>>;

/** One person's part of every measure. */
export type Credit<M extends Measures> = { readonly personId: string; readonly shareBp: number; readonly measures: M };

/** `sumBp` is what the shares sum to instead of 10,000. */
export type SplitCredit<M extends Measures> =
  | { readonly status: 'ok'; readonly credits: readonly Credit<M>[] }
  | { readonly status: 'sharesNotWhole'; readonly sumBp: number };

/**
 * Shares a sale out among those whose it is, every measure by largest remainder, so that the credits sum to the sale:
 * half of 10 pieces is 5 for each, never 10 for both. Shares that do not sum to 100 % are refused.
 *
 * Throws RangeError on shares that are no whole numbers above zero, on a person named twice, and on measures that are no
 * whole numbers.
 */
export function splitCredit<M extends Measures>(measures: M, shares: readonly CreditShare[]): SplitCredit<M> {
  for (const { shareBp } of shares) {
    if (Number.isInteger(shareBp) && shareBp > 0) continue;
    throw new RangeError(`A share is a whole number of hundredths of a percent above zero; got ${shareBp}.`);
  }
  const sumBp = shares.reduce((sum, { shareBp }) => sum + shareBp, 0);
  if (sumBp !== WHOLE_BP) return { status: 'sharesNotWhole', sumBp };
  const weights = shares.map(({ personId, shareBp }) => ({ id: personId, weight: shareBp }));
  const parts = Object.entries(measures).map(([name, value]) => ({
    name,
    byPerson: value === null ? null : apportion(value, weights),
  }));
  const credits = shares.map(({ personId, shareBp }) => ({
    personId,
    shareBp,
    measures: Object.fromEntries(
      parts.map(({ name, byPerson }) => [name, byPerson === null ? null : (byPerson.get(personId) as number)]),
    ) as M,
  }));
  return { status: 'ok', credits };
}
