/** What a comparison before and after says of a goal. Likely: it looks reached, and may be luck. */
export const verdicts = ['reached', 'likely', 'not-yet', 'too-few'] as const;
export type Verdict = (typeof verdicts)[number];

/** A change measured from records, below 0 being better, with the interval that holds it. Null where there is too little to tell. */
export type Change = { readonly change: number; readonly low: number; readonly high: number } | null;

/**
 * A goal "lower by so much" is reached when the change is that large and the interval leaves out that nothing changed; without the
 * latter it is likely only.
 * @param wanted by how much, above 0
 * @throws RangeError for a goal of nothing
 */
export function verdictOf(wanted: number, change: Change): Verdict {
  if (!(wanted > 0)) throw new RangeError('A goal asks for more than nothing.');
  if (change === null) return 'too-few';
  if (change.change > -wanted + 1e-12) return 'not-yet';
  return change.high < 0 ? 'reached' : 'likely';
}

/** Where a goal stands on a day: late from the day after it was due, unless it is reached. */
export const standingOf = (isReached: boolean, dueOn: string, day: string): 'open' | 'late' | 'reached' =>
  isReached ? 'reached' : day > dueOn ? 'late' : 'open';
