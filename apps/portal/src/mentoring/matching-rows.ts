import type { MentoringPool } from '@milepost/contract/mentoring';
import type { Dial, Matching } from '@milepost/core/mentoring/match';
import { type Mentee, type Mentor, type PairRules, pairFit } from '@milepost/core/mentoring/people-fit';
import type { ProposedPair } from '@milepost/core/mentoring/why-match';

/** A decision as the page keeps it: by people, so that it outlives a pool that is read again. */
export type Decision = { kind: 'pin' | 'ban'; menteeId: string; mentorId: string };
export type MatchDials = { dial: Dial; lead: number; sameRegion: boolean };
export const firstDials: MatchDials = { dial: 'total', lead: 0, sameRegion: false };

/** A mentee of the proposal: the mentor found, how well they suit, and what was decided about it. */
export type MenteeRow = {
  at: number;
  id: string;
  profileId: string;
  name: string;
  mentorAt: number | null;
  fit: number | null;
  isPinned: boolean;
};
export type MatchPeople = { mentees: readonly Mentee[]; mentors: readonly Mentor[]; rules: PairRules };

/** Mentees by their mentors, so that lines cross little; within a mentor by name, whoever waits last. */
export function menteeRows(
  pool: MentoringPool,
  { mentees, mentors, rules }: MatchPeople,
  { pairs }: Matching,
  decisions: readonly Decision[],
): MenteeRow[] {
  const pinned = new Set(decisions.filter(({ kind }) => kind === 'pin').map(({ menteeId }) => menteeId));
  const rows = pool.mentees.map(({ id, person }, at): MenteeRow => {
    const mentorAt = pairs[at] ?? null;
    const [mentee, mentor] = [mentees[at], mentorAt === null ? undefined : mentors[mentorAt]];
    const fit = mentee && mentor ? pairFit(mentee, mentor, rules) : null;
    return { at, id: person.id, profileId: id, name: person.name, mentorAt, fit, isPinned: pinned.has(person.id) };
  });
  const last = pool.mentors.length;
  return rows.sort((a, b) => (a.mentorAt ?? last) - (b.mentorAt ?? last) || (a.name < b.name ? -1 : 1));
}

/** The pairs of a matching as a derivation names them. */
export function proposedPairs(pool: MentoringPool, people: MatchPeople, matching: Matching): ProposedPair[] {
  return menteeRows(pool, people, matching, []).flatMap(({ profileId, name, mentorAt, fit }) =>
    mentorAt === null || fit === null
      ? []
      : [{ profileId, label: `${name} – ${pool.mentors[mentorAt]?.person.name ?? ''}`, fit }],
  );
}
