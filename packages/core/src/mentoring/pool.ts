import { foldName } from '../identity/fold-name.ts';
import type { Mentee, Mentor } from './people-fit.ts';

type Known = {
  readonly person: { readonly id: string };
  readonly languages: readonly string[];
  readonly region: string | null;
  readonly years: number | null;
};

/** People as a server tells them: skills, languages and regions by the names that people write. */
export type Pool = {
  readonly mentees: readonly (Known & {
    readonly needs: readonly { skill: string; level: number; required: number; weight: number }[];
    readonly lineManagerId: string | null;
    readonly wishId: string | null;
    readonly past: readonly { mentorId: string; again: boolean }[];
  })[];
  readonly mentors: readonly (Known & {
    readonly gives: readonly { skill: string; level: number }[];
    readonly capacity: number;
    readonly running: number;
  })[];
};

/** Folds names; of thousands of people few differ. */
function openFolding() {
  const known = new Map<string, string>();
  const fold = (text: string): string => {
    const seen = known.get(text) ?? foldName(text);
    known.set(text, seen);
    return seen;
  };
  return {
    folded: (texts: readonly string[]) => texts.map(fold),
    regionOf: (region: string | null) => (region === null ? null : fold(region)),
    /** Of a skill that is named twice the first counts. */
    once: <T extends { skill: string }>(some: readonly T[]): [string, T][] => [
      ...new Map(some.map((one): [string, T] => [fold(one.skill), one]).reverse()),
    ],
  };
}

/**
 * A pool as the rules take it, with the names of its skills: names that fold to the same are one skill, language or region. Server and
 * portal decide by the same.
 */
export function peopleOf(pool: Pool): {
  mentees: Mentee[];
  mentors: Mentor[];
  skills: Map<string, string>;
} {
  const skills = new Map<string, string>();
  const { folded, regionOf, once } = openFolding();
  const mentees = pool.mentees.map(
    ({ person, needs, languages, region, years, lineManagerId, wishId, past }): Mentee => ({
      personId: person.id,
      needs: once(needs).map(([skillId, { level, required, weight, skill }]) => {
        skills.set(skillId, skill);
        return { skillId, level, required, weight };
      }),
      languages: folded(languages),
      region: regionOf(region),
      years,
      lineManagerId,
      wishId,
      past: new Map(past.map(({ mentorId, again }) => [mentorId, again])),
    }),
  );
  const mentors = pool.mentors.map(
    ({ person, gives, languages, region, years, capacity, running }): Mentor => ({
      personId: person.id,
      levels: new Map(once(gives).map(([skillId, { level }]) => [skillId, level])),
      languages: folded(languages),
      region: regionOf(region),
      years,
      places: Math.max(0, capacity - running),
    }),
  );
  return { mentees, mentors, skills };
}
