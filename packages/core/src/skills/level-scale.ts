/** The highest level of a skill. */
export const MOST_LEVEL = 5;

/**
 * A level on a scale from 0 to `most` as one of ours, the nearest whole level of 0–5 (halves up). O*NET describes levels 2, 4 and 6 of
 * 0–7: they become 1, 3 and 4.
 * @throws RangeError for a scale that does not go above 0, or a level outside it
 */
export function levelOfScale(level: number, most: number): number {
  if (!(most > 0 && Number.isFinite(most))) throw new RangeError('A scale goes from 0 to more than that.');
  if (!(level >= 0 && level <= most)) throw new RangeError(`Level ${level} is outside 0–${most}.`);
  return Math.round((level * MOST_LEVEL) / most);
}
