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

/**
 * The first thing that stands against a pair; null when nothing does. A mentor who closes no gap is `skills`.
 * @throws RangeError for a negative weight
 */
export function filterOf(mentee: Mentee, mentor: Mentor, { lead, sameRegion }: PairRules): MentorFilter | null {
  if (mentee.personId === mentor.personId) return 'self';
  if (mentee.lineManagerId === mentor.personId) return 'line-manager';
  if (mentee.past.get(mentor.personId) === false) return 'past-pair';
  if (mentee.years !== null && mentor.years !== null && mentor.years - mentee.years < lead) return 'experience';
  const areKnown = mentee.languages.length > 0 && mentor.languages.length > 0;
  if (areKnown && !mentee.languages.some((one) => mentor.languages.includes(one))) return 'language';
  if (sameRegion && mentee.region !== null && mentor.region !== null && mentee.region !== mentor.region)
    return 'region';
  return (skillFit(mentee, mentor) ?? 0) > 0 ? null : 'skills';
}

/** What is added to the fit of a pair for its people's sake: the bonus where it was wished for or went well before, once. */
export const bonusOf = (mentee: Mentee, mentor: Mentor, { bonus }: PairRules): number =>
  mentee.wishId === mentor.personId || mentee.past.get(mentor.personId) === true ? bonus : 0;

/** How well two suit each other: the share of gaps closed, and the bonus. Null when something stands against it. */
export const pairFit = (mentee: Mentee, mentor: Mentor, rules: PairRules): number | null =>
  filterOf(mentee, mentor, rules) === null
    ? (skillFit(mentee, mentor) as number) + bonusOf(mentee, mentor, rules)
    : null;

/** The fits of everybody with everybody: mentees are rows, mentors are columns. @throws RangeError for a negative weight */
export function fitsOfPeople(mentees: readonly Mentee[], mentors: readonly Mentor[], rules: PairRules): Fits {
  const fit = new Float64Array(mentees.length * mentors.length);
  mentees.forEach((mentee, row) => {
    mentors.forEach((mentor, column) => {
      fit[row * mentors.length + column] = pairFit(mentee, mentor, rules) ?? Number.NaN;
    });
  });
  return { rows: mentees.length, columns: mentors.length, fit, places: mentors.map(({ places }) => places) };
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
