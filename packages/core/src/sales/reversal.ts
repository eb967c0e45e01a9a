import type { IsoDate } from '../calendar/civil-day.ts';
import type { Measures } from './credit.ts';

/** A credit as it stands in the books: whose it is, on which day, and what it counts. */
export type PostedCredit = {
  readonly id: string;
  readonly personId: string;
  readonly on: IsoDate;
  readonly measures: Measures;
  /** The credit this one takes back, null for a credit of its own. */
  readonly reverses: string | null;
};

/**
 * What takes back the credits that still stand when a sale is reopened: for each the opposite, dated the day of the
 * reopening, for the person who had it. The credits themselves stay, so a month that is over reads as it did; the owner
 * of today has nothing to do with it.
 *
 * Throws RangeError when the day lies before a credit it would take back.
 */
export function reversals(
  credits: readonly PostedCredit[],
  { on, newId }: { readonly on: IsoDate; readonly newId: () => string },
): PostedCredit[] {
  return standing(credits).map((credit) => {
    if (on < credit.on) throw new RangeError(`A credit of ${credit.on} cannot be taken back on ${on}, before it.`);
    return { id: newId(), personId: credit.personId, on, measures: opposite(credit.measures), reverses: credit.id };
  });
}

/** The credits that nothing has taken back yet. */
export function standing(credits: readonly PostedCredit[]): PostedCredit[] {
  const taken = new Set(credits.flatMap(({ reverses }) => (reverses === null ? [] : [reverses])));
  return credits.filter((credit) => credit.reverses === null && !taken.has(credit.id));
}

function opposite(measures: Measures): Measures {
  return Object.fromEntries(
    Object.entries(measures).map(([name, value]) => [name, value === null ? null : 0 - value + 0]),
  );
}
