import { mentorFit, type SkillNeed } from './mentor-fit.ts';
import type { Fits } from './pairing.ts';

/** What stands against a pair, in the order in which it is asked. */
export const mentorFilters = [
  'self',
  'line-manager',
  'past-pair',
  'experience',
  'language',
  'region',
  'skills',
] as const;
export type MentorFilter = (typeof mentorFilters)[number];

/** Somebody who guides others. What is not known stands against no pair: an empty list, or null. */
export type Mentor = {
  readonly personId: string;
  /** Levels by skill, 0–5. */
  readonly levels: ReadonlyMap<string, number>;
  readonly languages: readonly string[];
  readonly region: string | null;
  /** Years in sales. */
  readonly years: number | null;
  /** How many more mentees they take. */
  readonly places: number;
};

/** Somebody who looks for a mentor. */
export type Mentee = {
  readonly personId: string;
  readonly needs: readonly SkillNeed[];
  readonly languages: readonly string[];
  readonly region: string | null;
  readonly years: number | null;
  readonly lineManagerId: string | null;
  /** The mentor they would like to have. */
  readonly wishId: string | null;
  /** Mentors of pairs that have ended: true where both would do it again. */
  readonly past: ReadonlyMap<string, boolean>;
};

/** What a pair has to meet beside the skills, and what is added to its fit. */
export type PairRules = {
  /** Years that a mentor has to have beyond those of the mentee. */
  readonly lead: number;
  readonly sameRegion: boolean;
  /** Added for the mentor that was wished for, and for one of before with whom it went well. */
  readonly bonus: number;
};

/** Without a word the bonus is 0.1, the region is free, and no years are asked for (rules, mentor pairing). */
export const plainPairRules: PairRules = { lead: 0, sameRegion: false, bonus: 0.1 };

/** The share of the mentee's gaps that the mentor closes, 0–1; null without a gap. @throws RangeError for a negative weight */
export const skillFit = (mentee: Mentee, mentor: Mentor): number | null => mentorFit(mentee.needs, mentor.levels);

/** What stands against a pair but the skills; null when nothing does. */
function apart(mentee: Mentee, mentor: Mentor, { lead, sameRegion }: PairRules): MentorFilter | null {
  if (mentee.personId === mentor.personId) return 'self';
  if (mentee.lineManagerId === mentor.personId) return 'line-manager';
  if (mentee.past.get(mentor.personId) === false) return 'past-pair';
  if (mentee.years !== null && mentor.years !== null && mentor.years - mentee.years < lead) return 'experience';
  const areKnown = mentee.languages.length > 0 && mentor.languages.length > 0;
  if (areKnown && !mentee.languages.some((one) => mentor.languages.includes(one))) return 'language';
  const isElsewhere = mentee.region !== null && mentor.region !== null && mentee.region !== mentor.region;
  return sameRegion && isElsewhere ? 'region' : null;
}

/**
 * The first thing that stands against a pair; null when nothing does. A mentor who closes no gap is `skills`.
 * @throws RangeError for a negative weight
 */
export const filterOf = (mentee: Mentee, mentor: Mentor, rules: PairRules): MentorFilter | null =>
  apart(mentee, mentor, rules) ?? ((skillFit(mentee, mentor) ?? 0) > 0 ? null : 'skills');

/** What is added to the fit of a pair for its people's sake: the bonus where it was wished for or went well before, once. */
export const bonusOf = (mentee: Mentee, mentor: Mentor, { bonus }: PairRules): number =>
  mentee.wishId === mentor.personId || mentee.past.get(mentor.personId) === true ? bonus : 0;

/** How well two suit each other: the share of gaps closed, and the bonus. Null when something stands against it. */
export function pairFit(mentee: Mentee, mentor: Mentor, rules: PairRules): number | null {
  if (apart(mentee, mentor, rules) !== null) return null;
  const share = skillFit(mentee, mentor) ?? 0;
  return share > 0 ? share + bonusOf(mentee, mentor, rules) : null;
}

/** Which of some sets each list is, by number: lists that hold the same are one. */
function numbered(lists: readonly (readonly string[])[]): { of: Int32Array; sets: readonly (readonly string[])[] } {
  const known = new Map<string, number>();
  const sets: (readonly string[])[] = [];
  const of = Int32Array.from(lists, (list) => {
    const key = JSON.stringify(list.toSorted());
    const at = known.get(key) ?? sets.push(list) - 1;
    known.set(key, at);
    return at;
  });
  return { of, sets };
}

/**
 * Tells of one mentee after the other which mentors neither years, language nor region keep away. Who speaks the same is looked up by
 * the set of languages: there are few.
 */
function circumstancesWith(mentors: readonly Mentor[], { lead, sameRegion }: PairRules) {
  const languages = numbered(mentors.map((mentor) => mentor.languages));
  const years = Float64Array.from(mentors, (mentor) => mentor.years ?? Number.POSITIVE_INFINITY);
  const regions = numbered(mentors.map(({ region }) => (region === null ? [] : [region])));
  return (mentee: Mentee): ((column: number) => boolean) => {
    const isUnderstood = languages.sets.map(
      (set) => set.length === 0 || mentee.languages.length === 0 || set.some((one) => mentee.languages.includes(one)),
    );
    const isNear = regions.sets.map(
      ([region]) => !sameRegion || region === undefined || mentee.region === null || region === mentee.region,
    );
    const least = mentee.years === null ? Number.NEGATIVE_INFINITY : lead;
    const own = mentee.years ?? 0;
    return (column) =>
      (years[column] as number) - own >= least &&
      isUnderstood[languages.of[column] as number] === true &&
      isNear[regions.of[column] as number] === true;
  };
}

/**
 * The fits of everybody with everybody, each as `pairFit` gives it: mentees are rows, mentors are columns. Levels are laid out in rows
 * beforehand: four million pairs look nothing up.
 * @throws RangeError for a negative weight
 */
export function fitsOfPeople(mentees: readonly Mentee[], mentors: readonly Mentor[], rules: PairRules): Fits {
  const columns = mentors.length;
  const at = new Map<string, number>();
  for (const { needs } of mentees) for (const { skillId } of needs) if (!at.has(skillId)) at.set(skillId, at.size);
  const levels = [...at.keys()].map((skillId) =>
    Float64Array.from(mentors, (mentor) => mentor.levels.get(skillId) ?? Number.NEGATIVE_INFINITY),
  );
  const columnOf = new Map(mentors.map(({ personId }, column) => [personId, column]));
  const isApart = circumstancesWith(mentors, rules);
  const fit = new Float64Array(mentees.length * columns).fill(Number.NaN);
  mentees.forEach((mentee, row) => {
    // Refuses what is no need; without a gap nobody suits.
    if (mentorFit(mentee.needs, new Map()) === null) return;
    const closed = new Float64Array(columns);
    let wanted = 0;
    for (const { skillId, weight, required, level } of mentee.needs) {
      const gap = Math.max(0, required - level);
      wanted += weight * gap;
      const own = levels[at.get(skillId) as number] as Float64Array;
      for (let column = 0; column < columns; column += 1)
        closed[column] =
          (closed[column] as number) + weight * Math.min(gap, Math.max(0, (own[column] as number) - level));
    }
    const mayBe = isApart(mentee);
    for (let column = 0; column < columns; column += 1) {
      const share = (closed[column] as number) / wanted;
      if (share > 0 && mayBe(column)) fit[row * columns + column] = share;
    }
    // Those whom the mentee knows by name.
    for (const personId of [mentee.personId, mentee.lineManagerId, mentee.wishId, ...mentee.past.keys()]) {
      const column = personId === null ? undefined : columnOf.get(personId);
      const mentor = column === undefined ? undefined : mentors[column];
      if (column !== undefined && mentor) fit[row * columns + column] = pairFit(mentee, mentor, rules) ?? Number.NaN;
    }
  });
  return { rows: mentees.length, columns, fit, places: mentors.map(({ places }) => places) };
}

/**
 * Why somebody waits: they lack nothing (`no-gap`); there is no mentor (`nobody`); something stands against every mentor
 * (`filtered`, with how many mentors each filter keeps away); or somebody suits, but every place went to others (`places`, with the
 * best fit they miss).
 */
export type Waiting =
  | { readonly reason: 'no-gap' | 'nobody' }
  | { readonly reason: 'filtered'; readonly filters: readonly { filter: MentorFilter; count: number }[] }
  | { readonly reason: 'places'; readonly best: number };

/** Why a mentee waits. @throws RangeError for a negative weight */
export function whyWaiting(mentee: Mentee, mentors: readonly Mentor[], rules: PairRules): Waiting {
  if (mentorFit(mentee.needs, new Map()) === null) return { reason: 'no-gap' };
  if (mentors.length === 0) return { reason: 'nobody' };
  const counts = new Map<MentorFilter, number>();
  let best = -1;
  for (const mentor of mentors) {
    const filter = filterOf(mentee, mentor, rules);
    if (filter === null) best = Math.max(best, pairFit(mentee, mentor, rules) as number);
    else counts.set(filter, (counts.get(filter) ?? 0) + 1);
  }
  if (best >= 0) return { reason: 'places', best };
  const filters = mentorFilters.flatMap((filter) => {
    const count = counts.get(filter) ?? 0;
    return count > 0 ? [{ filter, count }] : [];
  });
  return { reason: 'filtered', filters };
}
