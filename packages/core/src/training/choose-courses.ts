import { shortestWays, wayTo } from './ways.ts';

/** A course of the catalogue. */
export type Course = {
  readonly id: string;
  readonly hours: number;
  /** All of these are needed before it, and of each the one or the other. */
  readonly after: readonly (readonly string[])[];
  /** To which level, 0–5, it raises which skill. */
  readonly raises: readonly { readonly skillId: string; readonly level: number }[];
};

/** A skill that has to come from a level to another. */
export type Wanted = {
  readonly skillId: string;
  readonly weight: number;
  readonly level: number;
  readonly required: number;
};

export type Choice = {
  readonly courseIds: readonly string[];
  readonly hours: number;
  /** What no course of the catalogue closes: how much of each gap is left. */
  readonly uncovered: readonly { readonly skillId: string; readonly gap: number }[];
  /** Courses that would close a gap and that nobody can take: they need each other, or one that is not in the catalogue. */
  readonly blocked: readonly string[];
};

/**
 * Courses that close as much of the gaps as the catalogue can, with everything they need first: again and again the way that closes
 * most, weighed, for an hour (the greedy cover, Chvátal 1979), then without what turned out not to be needed.
 * @param taken courses that count as done
 * @throws RangeError for hours or weights below 0
 */
export function chooseCourses(
  wanted: readonly Wanted[],
  courses: readonly Course[],
  taken: ReadonlySet<string> = new Set(),
): Choice {
  if (courses.some(({ hours }) => !(hours >= 0)) || wanted.some(({ weight }) => !(weight >= 0)))
    throw new RangeError('Hours and weights are 0 or more.');
  const place = new Map(wanted.map(({ skillId }, at) => [skillId, at]));
  const hours = new Map(courses.map((course) => [course.id, course.hours]));
  const raises = new Map(
    courses.map(({ id, raises: own }) => [
      id,
      own.flatMap(({ skillId, level }) => {
        const at = place.get(skillId);
        return at === undefined ? [] : [[at, level] as const];
      }),
    ]),
  );
  const raised = (levels: readonly number[], ids: Iterable<string>): number[] => {
    const after = [...levels];
    for (const id of ids) for (const [at, level] of raises.get(id) ?? []) after[at] = Math.max(after[at] ?? 0, level);
    return after;
  };
  const gapsAt = (levels: readonly number[]): number[] =>
    wanted.map(({ required }, at) => Math.max(0, required - (levels[at] ?? 0)));
  const hoursOf = (ids: Iterable<string>): number => {
    let sum = 0;
    for (const id of ids) sum += hours.get(id) ?? 0;
    return sum;
  };

  const start = wanted.map(({ level }) => level);
  const closes = ({ id }: Course): boolean =>
    !taken.has(id) &&
    (raises.get(id) ?? []).some(([at, level]) => level > (start[at] ?? 0) && (gapsAt(start)[at] ?? 0) > 0);
  const useful = courses
    .filter(closes)
    .map(({ id }) => id)
    .sort();
  const known = shortestWays(courses, taken);
  const ways = new Map(useful.filter((id) => known.has(id)).map((id) => [id, wayTo(id, known)]));

  const chosen = new Set<string>();
  const goals = new Set<string>();
  let levels = start;
  for (;;) {
    const before = gapsAt(levels);
    let [best, most] = ['', 0];
    for (const [id, way] of ways) {
      if (chosen.has(id)) continue;
      const left = gapsAt(raised(levels, way));
      // A skill without weight still has to be closed, after all others.
      const closed = wanted.reduce(
        (sum, { weight }, at) => sum + (weight + 1e-9) * ((before[at] ?? 0) - (left[at] ?? 0)),
        0,
      );
      const worth = closed / (hoursOf([...way].filter((step) => !chosen.has(step))) + 1e-9);
      if (closed > 0 && worth > most) [best, most] = [id, worth];
    }
    const way = ways.get(best);
    if (!way) break;
    for (const id of way) chosen.add(id);
    goals.add(best);
    levels = raised(levels, way);
  }

  const whole = gapsAt(levels);
  const waysOf = (ids: readonly string[]): Set<string> => new Set(ids.flatMap((id) => [...(ways.get(id) ?? [])]));
  // The dearest goal first: is as much closed without it?
  for (const goal of [...goals].sort((a, b) => hoursOf([b]) - hoursOf([a]) || (a < b ? -1 : 1))) {
    const rest = waysOf([...goals].filter((one) => one !== goal));
    if (gapsAt(raised(start, rest)).every((gap, at) => gap === whole[at])) goals.delete(goal);
  }
  const needed = waysOf([...goals]);
  return {
    courseIds: [...needed].sort(),
    hours: hoursOf(needed),
    uncovered: wanted.flatMap(({ skillId }, at) => ((whole[at] ?? 0) > 0 ? [{ skillId, gap: whole[at] ?? 0 }] : [])),
    blocked: useful.filter((id) => !known.has(id)),
  };
}
