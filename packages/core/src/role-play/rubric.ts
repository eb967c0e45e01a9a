/** What is looked at in a role-play: how much it matters (1–3), and what each level looks like, from the lowest to the highest. */
export type Criterion = {
  /** By which it is known again in other scenarios. */
  readonly key: string;
  readonly name: string;
  readonly weight: number;
  /** What to practise where it is weak; null where nobody has said. */
  readonly exercise: string | null;
};
/** A level that somebody saw in one criterion. */
export type Score = { readonly key: string; readonly level: number };

/** Levels of a rubric go from 1 to this. */
export const HIGHEST = 4;
/** Up to this level a criterion is a weak spot. */
export const WEAK = 2;

/** The level of each criterion by its key. @throws RangeError for a level that no rubric has */
export function levelsOf(scores: readonly Score[]): Map<string, number> {
  for (const { level } of scores)
    if (!Number.isInteger(level) || level < 1 || level > HIGHEST) throw new RangeError('Levels go from 1 to 4.');
  return new Map(scores.map(({ key, level }) => [key, level]));
}

/** One criterion as both saw it. `difference` is self − observer: above 0 somebody thinks better of themselves than they were seen. */
export type Seen = {
  readonly key: string;
  readonly self: number | null;
  readonly observer: number | null;
  readonly difference: number | null;
};

/** Both views of a session beside each other, in the order of the rubric. @throws RangeError for a level that no rubric has */
export function compare(
  rubric: readonly Criterion[],
  self: readonly Score[] | null,
  observer: readonly Score[] | null,
): Seen[] {
  const [own, other] = [levelsOf(self ?? []), levelsOf(observer ?? [])];
  return rubric.map(({ key }) => {
    const [mine, theirs] = [own.get(key) ?? null, other.get(key) ?? null];
    return { key, self: mine, observer: theirs, difference: mine === null || theirs === null ? null : mine - theirs };
  });
}

/**
 * The criteria that the observer saw at a low level, the gravest first: by weight × levels to the highest, ties in the order of the
 * rubric. What nobody looked at is no weak spot.
 * @throws RangeError for a level that no rubric has
 */
export function weakSpots(rubric: readonly Criterion[], observer: readonly Score[]): Criterion[] {
  const seen = levelsOf(observer);
  const graveness = ({ key, weight }: Criterion) => weight * (HIGHEST - (seen.get(key) ?? HIGHEST));
  return rubric
    .filter(({ key }) => (seen.get(key) ?? HIGHEST) <= WEAK)
    .map((criterion, at) => ({ criterion, at }))
    .sort((a, b) => graveness(b.criterion) - graveness(a.criterion) || a.at - b.at)
    .map(({ criterion }) => criterion);
}
