/** What was rightly found, wrongly found and missed of one field on one class of pages, and the pages where it went wrong. */
export type Tally = { right: number; wrong: number; missed: number; pages: Set<string> };

export const newTally = (): Tally => ({ right: 0, wrong: 0, missed: 0, pages: new Set() });

/** Adds what one page gave. */
export function count(tally: Tally, page: string, { right = 0, wrong = 0, missed = 0 }: Partial<Tally>): void {
  tally.right += right;
  tally.wrong += wrong;
  tally.missed += missed;
  if (wrong + missed > 0) tally.pages.add(page);
}

/** Ratios of a tally; one whose base is empty is not known, and `null`. */
export type Score = { precision: number | null; recall: number | null; f1: number | null };

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export const scoreOf = ({ right, wrong, missed }: Tally): Score => ({
  precision: ratio(right, right + wrong),
  recall: ratio(right, right + missed),
  f1: ratio(2 * right, 2 * right + wrong + missed),
});

/** Tallies by name, made when first asked for. */
export class Tallies {
  readonly byName = new Map<string, Tally>();

  of(name: string): Tally {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    const made = newTally();
    this.byName.set(name, made);
    return made;
  }
}

/**
 * Compares what was found with what is true, each pair once. What is merely allowed (it stands on the page but nobody marked
 * it) counts neither for nor against.
 */
export function compare<Found, True>(
  found: readonly Found[],
  truths: readonly True[],
  isSame: (one: Found, other: True) => boolean,
  isAllowed: (one: Found) => boolean = () => false,
): { right: number; wrong: number; missed: number; wrongs: Found[]; misses: True[] } {
  const misses = truths.filter((truth) => !found.some((one) => isSame(one, truth)));
  const wrongs = found.filter((one) => !truths.some((truth) => isSame(one, truth)) && !isAllowed(one));
  return { right: truths.length - misses.length, wrong: wrongs.length, missed: misses.length, wrongs, misses };
}
