import { createHash } from 'node:crypto';
import { workingOf } from '@milepost/contract/calendar';
import type { MentoringPool, SkillLevel, SkillToLearn } from '@milepost/contract/mentoring';
import { type Span, toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { Why } from '@milepost/core/explain/why';
import { type Sessions, whyMentorShare } from '@milepost/core/mentoring/mentorship';
import { type Actor, reaches } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { termOfPerson } from '../capacity/term-store.ts';
import { tree } from '../people/store.ts';
import { assessedLevels } from './assessed-levels.ts';
import { pairing, type RunningPair } from './pairing-store.ts';

/** The load of a mentor is told of so many days, beginning with today. */
const daysAhead = 28;

/** Who leads the team of somebody, or the one above it where they lead it themselves. */
function lineManagerOf(personId: string, { teams, persons }: Awaited<ReturnType<typeof tree.of>>): string | null {
  let at = persons.find(({ id }) => id === personId)?.teamId ?? null;
  for (const seen = new Set<string>(); at !== null && !seen.has(at); ) {
    seen.add(at);
    const team = teams.find(({ id }) => id === at);
    if (team?.managerId && team.managerId !== personId) return team.managerId;
    at = team?.parentId ?? null;
  }
  return null;
}

export const aheadOf = (today: string): Span => ({ first: toDay(today), last: toDay(today) + daysAhead - 1 });

/** What of their own hours of selling a mentor's pairs take; null where they have none, or are out of the actor's reach. */
export async function whyLoad(
  db: Db,
  actor: Actor,
  today: string,
  personId: string,
  pairs: readonly (RunningPair & { name: string })[],
): Promise<Why | null> {
  if (!reaches(actor, personId)) return null;
  const span = aheadOf(today);
  const term = await termOfPerson(db, actor, personId, { from: toIso(span.first), to: toIso(span.last) });
  if (!term) return null;
  const own = pairs
    .filter((pair) => pair.mentor_id === personId)
    .map((pair): Sessions => ({ id: pair.id, name: pair.name, everyDays: pair.every_days, minutes: pair.minutes }));
  return whyMentorShare(own, term, span, workingOf(actor.organisation));
}

/** Mentees in sight who look for a mentor and have none, and every mentor who takes mentees, with what decides who suits whom. */
export async function readPool(db: Db, actor: Actor, today: string): Promise<MentoringPool> {
  const { orgId } = actor;
  const [{ mentors, mentees }, running, past, people] = await Promise.all([
    pairing.profiles(db, orgId),
    pairing.running(db, orgId),
    pairing.past(db, orgId),
    tree.of(db, orgId),
  ]);
  // Of a skill that was assessed the level that others saw counts, not what somebody says of themselves.
  const known = await assessedLevels(
    db,
    orgId,
    [...mentors, ...mentees].map(({ person_id }) => person_id),
    today,
  );
  const seen = <T extends SkillLevel>(personId: string, stated: readonly T[]): T[] =>
    stated.map((one) => ({ ...one, level: known(personId, one.skill) ?? one.level }));
  const hasMentor = new Set(running.map(({ mentee_id }) => mentee_id));
  const namedPairs = running.map((pair) => ({ ...pair, name: '' }));
  const pastOf = Map.groupBy(past, ({ mentee_id }) => mentee_id);
  const shares = new Map<string, number | null>();
  for (const { person_id } of mentors)
    if (running.some(({ mentor_id }) => mentor_id === person_id))
      shares.set(person_id, (await whyLoad(db, actor, today, person_id, namedPairs))?.value ?? null);
  const pool = {
    mentees: mentees
      .filter((row) => row.is_seeking === 1 && reaches(actor, row.person_id) && !hasMentor.has(row.person_id))
      .map((row) => ({
        id: row.id,
        person: { id: row.person_id, name: row.name },
        needs: seen(row.person_id, fromJson<SkillToLearn[]>(row.needs)),
        languages: fromJson<string[]>(row.languages),
        region: row.region,
        years: row.years,
        lineManagerId: lineManagerOf(row.person_id, people),
        wishId: row.wish_id,
        past: [...new Map((pastOf.get(row.person_id) ?? []).map((one) => [one.mentor_id, one.again === 1]))].map(
          ([mentorId, again]) => ({ mentorId, again }),
        ),
      })),
    mentors: mentors
      .filter((row) => row.is_open === 1)
      .map((row) => ({
        id: row.id,
        person: { id: row.person_id, name: row.name },
        gives: seen(row.person_id, fromJson<SkillLevel[]>(row.gives)),
        languages: fromJson<string[]>(row.languages),
        region: row.region,
        years: row.years,
        capacity: row.capacity,
        running: running.filter(({ mentor_id }) => mentor_id === row.person_id).length,
      })),
  };
  // The load changes with every day and leave, and decides nothing.
  const stamp = createHash('sha256').update(JSON.stringify(pool)).digest('base64url');
  return {
    stamp,
    mentees: pool.mentees,
    mentors: pool.mentors.map((mentor) => ({ ...mentor, share: shares.get(mentor.person.id) ?? null })),
  };
}
