import { type Counted, type Interval, newcombe } from '../rate/wilson.ts';
import { type Cell, levelOf, numberOf, spellingOf } from './fields.ts';

/** What some customers have in common: a word of a field, or a band of its numbers (`from` included, `to` excluded; null is open). */
export type Trait = {
  readonly field: string;
  readonly word: string | null;
  /** The word as it is written most often. */
  readonly spelled: string | null;
  readonly from: number | null;
  readonly to: number | null;
  /** How many have it, of the customers and of the others of whom the field is known. */
  readonly customers: Counted;
  readonly others: Counted;
  /** Share of customers less that of the others, with an interval that holds for all traits together. */
  readonly difference: number | null;
  readonly interval: Interval;
  /** `more` and `less` where the interval leaves out zero, else `open`. */
  readonly status: 'more' | 'less' | 'open';
};

const BANDS = 4;
/** Traits of fewer than so many are no traits. */
const FEWEST = 5;
const CONFIDENCE = 0.95;

/**
 * What customers have in common against the others, trait by trait with sample sizes (Newcombe's interval of the difference). As many
 * traits are compared at once, each interval is drawn so that all of them hold together with 95 % (Bonferroni). Numbers are cut into
 * quarters. What is not known of a record counts on neither side. Those that differ surely come first, the largest difference first.
 * Throws RangeError on lists of unequal lengths.
 */
export function portrait(
  names: readonly string[],
  records: readonly (readonly Cell[])[],
  isCustomer: readonly boolean[],
): Trait[] {
  if (records.length !== isCustomer.length)
    throw new RangeError(`Each record is a customer or not; got ${isCustomer.length} for ${records.length}.`);
  const found = names.flatMap((field, place) => {
    const cells = records.map((record) => record[place] ?? null);
    return traitsOf(cells).map((trait) => {
      const of = (side: boolean): Counted => {
        const own = cells.filter((cell, at) => isCustomer[at] === side && levelOf(cell) !== null);
        return { successes: own.filter((cell) => hasTrait(trait, cell)).length, trials: own.length };
      };
      const spelled = trait.word === null ? null : spellingOf(cells, trait.word);
      return { field, ...trait, spelled, customers: of(true), others: of(false) };
    });
  });
  const confidence = 1 - (1 - CONFIDENCE) / Math.max(1, found.length);
  return found
    .map((trait): Trait => {
      const interval = newcombe(trait.customers, trait.others, confidence);
      const isKnown = trait.customers.trials > 0 && trait.others.trials > 0;
      const status = interval.low > 0 ? 'more' : interval.high < 0 ? 'less' : 'open';
      return {
        ...trait,
        difference: isKnown ? shareOf(trait.customers) - shareOf(trait.others) : null,
        interval,
        status,
      };
    })
    .sort((a, b) => rankOf(a) - rankOf(b) || Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0) || byName(a, b));
}

/** Does a cell show the trait? */
export function hasTrait({ word, from, to }: Pick<Trait, 'word' | 'from' | 'to'>, cell: Cell): boolean {
  if (word !== null) return levelOf(cell) === word;
  const value = numberOf(cell);
  return value !== null && (from === null || value >= from) && (to === null || value < to);
}

function traitsOf(cells: readonly Cell[]): Pick<Trait, 'word' | 'from' | 'to'>[] {
  const known = cells.filter((cell) => levelOf(cell) !== null);
  const numbers = known.map(numberOf).filter((value) => value !== null);
  if (numbers.length === known.length && new Set(numbers).size > BANDS) {
    numbers.sort((a, b) => a - b);
    const cuts = Array.from({ length: BANDS - 1 }, (_, at) => {
      return numbers[Math.floor(((at + 1) * numbers.length) / BANDS)] as number;
    });
    const edges = [null, ...new Set(cuts), null];
    return edges.slice(1).map((to, at) => ({ word: null, from: edges[at] ?? null, to }));
  }
  const counts = new Map<string, number>();
  for (const cell of known) counts.set(levelOf(cell) as string, (counts.get(levelOf(cell) as string) ?? 0) + 1);
  return [...counts].flatMap(([word, count]) =>
    count < FEWEST || count === known.length ? [] : [{ word, from: null, to: null }],
  );
}

const shareOf = ({ successes, trials }: Counted): number => successes / trials;
const rankOf = ({ status }: Trait): number => (status === 'open' ? 1 : 0);
const byName = (a: Trait, b: Trait): number =>
  a.field < b.field ? -1 : a.field > b.field ? 1 : (a.word ?? '') < (b.word ?? '') ? -1 : (a.from ?? 0) - (b.from ?? 0);
