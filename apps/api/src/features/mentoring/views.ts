import type {
  MenteeProfileView,
  MentorProfileView,
  MentorshipEntryView,
  MentorshipView,
  SkillLevel,
  SkillToLearn,
} from '@milepost/contract/mentoring';
import { toDay } from '@milepost/core/calendar/civil-day';
import type { Why } from '@milepost/core/explain/why';
import { foldName } from '@milepost/core/identity/fold-name';
import { idleness, type LevelSeen, whyProgress } from '@milepost/core/mentoring/mentorship';
import { type Actor, reaches } from '../../auth/actor.ts';
import { fromJson, isSet } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type {
  MenteeProfileTable,
  MentorProfileTable,
  MentorshipEntryTable,
  MentorshipTable,
} from '../../db/tables/mentoring.ts';
import { assessedSince } from './assessed-levels.ts';
import { pairing } from './pairing-store.ts';

const circumstancesOf = ({ languages, region, years, note }: MentorProfileTable | MenteeProfileTable) => ({
  languages: fromJson<string[]>(languages),
  region,
  years,
  note,
});

export async function mentorProfileViews(
  db: Db,
  actor: Actor,
  rows: readonly MentorProfileTable[],
): Promise<MentorProfileView[]> {
  const [names, running] = await Promise.all([
    namesOf(db, actor, { person: rows.map((row) => row.person_id) }),
    pairing.running(db, actor.orgId),
  ]);
  return rows.map((row) => ({
    ...recordFields(row),
    person: nameOf(names.person, row.person_id),
    personId: row.person_id,
    gives: fromJson<SkillLevel[]>(row.gives),
    capacity: row.capacity,
    isOpen: isSet(row.is_open),
    ...circumstancesOf(row),
    running: running.filter(({ mentor_id }) => mentor_id === row.person_id).length,
    isMine: reaches(actor, row.person_id),
  }));
}

export async function menteeProfileViews(
  db: Db,
  actor: Actor,
  rows: readonly MenteeProfileTable[],
): Promise<MenteeProfileView[]> {
  const running = await pairing.running(db, actor.orgId);
  const mentorOf = new Map(running.map(({ mentee_id, mentor_id }) => [mentee_id, mentor_id]));
  const names = await namesOf(db, actor, {
    person: rows.flatMap((row) => [row.person_id, row.wish_id, mentorOf.get(row.person_id) ?? null]),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    person: nameOf(names.person, row.person_id),
    personId: row.person_id,
    needs: fromJson<SkillToLearn[]>(row.needs),
    isSeeking: isSet(row.is_seeking),
    wishId: row.wish_id,
    wish: nameOf(names.person, row.wish_id),
    mentor: nameOf(names.person, mentorOf.get(row.person_id) ?? null),
    ...circumstancesOf(row),
  }));
}

type Entry = Awaited<ReturnType<typeof pairing.entries>>[number];

type Seen = LevelSeen & { skill: string; onDay: string };
/** The last level that was seen of each skill, with the entry that says so. */
const lastSeen = (entries: readonly Entry[]): Map<string, Seen> =>
  new Map(
    entries.flatMap((entry) =>
      fromJson<SkillLevel[]>(entry.levels).map(({ skill, level }) => {
        const skillId = foldName(skill);
        const seen = { skillId, skill, level, id: entry.id, label: entry.title, onDay: entry.on_day };
        return [skillId, seen] as const;
      }),
    ),
  );

/** The last level of each skill that a review or an assessment has stated since the pair was made; of one day the assessment counts. */
const seenSince = (entries: readonly Entry[], assessed: readonly Seen[]): Seen[] => [
  ...[...lastSeen(entries).values(), ...assessed]
    .toSorted((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : 0))
    .reduce((known, one) => known.set(one.skillId, one), new Map<string, Seen>())
    .values(),
];

/** How the progress of a mentee comes about; null as long as nobody has looked. */
export const progressWhy = (row: MentorshipTable, entries: readonly Entry[], assessed: readonly Seen[]): Why | null =>
  whyProgress(
    fromJson<SkillToLearn[]>(row.start_needs).map(({ skill, ...need }) => ({
      ...need,
      skillId: foldName(skill),
      name: skill,
    })),
    seenSince(entries, assessed),
  );

export async function mentorshipViews(
  db: Db,
  actor: Actor,
  rows: readonly MentorshipTable[],
  today: string,
): Promise<MentorshipView[]> {
  const all = await pairing.entries(
    db,
    actor.orgId,
    rows.map(({ id }) => id),
  );
  const assessed = await assessedSince(
    db,
    actor.orgId,
    rows.map((row) => row.mentee_id),
  );
  const entriesOf = Map.groupBy(all, ({ mentorship_id }) => mentorship_id);
  const names = await namesOf(db, actor, { person: rows.flatMap((row) => [row.mentee_id, row.mentor_id]) });
  return rows.map((row) => {
    const entries = entriesOf.get(row.id) ?? [];
    const since = assessed(row.mentee_id, row.from_day, row.ended_on ?? today);
    const visits = entries.filter(({ kind }) => kind === 'visit');
    const met = { from: toDay(row.from_day), met: visits.map(({ on_day }) => toDay(on_day)) };
    const idle = row.status === 'running' ? idleness({ ...met, after: row.idle_after_days }, toDay(today)) : null;
    const { personId } = actor;
    return {
      ...recordFields(row),
      mentor: nameOf(names.person, row.mentor_id),
      mentee: nameOf(names.person, row.mentee_id),
      mentorId: row.mentor_id,
      menteeId: row.mentee_id,
      goal: row.goal,
      untilDay: row.until_day,
      everyDays: row.every_days,
      minutes: row.minutes,
      idleAfterDays: row.idle_after_days,
      fromDay: row.from_day,
      status: row.status,
      endedOn: row.ended_on,
      result: row.result,
      lesson: row.lesson,
      again: row.again === null ? null : isSet(row.again),
      start: fromJson<SkillToLearn[]>(row.start_needs),
      now: seenSince(entries, since).map(({ skill, level, onDay }) => ({ skill, level, onDay })),
      lastMetOn: visits.at(-1)?.on_day ?? null,
      meetings: visits.length,
      cases: entries.length - visits.length,
      idleDays: idle?.days ?? null,
      isIdle: idle?.isIdle ?? false,
      progress: progressWhy(row, entries, since)?.value ?? null,
      part: personId === row.mentor_id ? 'mentor' : personId === row.mentee_id ? 'mentee' : null,
    };
  });
}

export async function mentorshipEntryViews(
  db: Db,
  actor: Actor,
  rows: readonly MentorshipEntryTable[],
): Promise<MentorshipEntryView[]> {
  const names = await namesOf(db, actor, {
    person: rows.map((row) => row.by_id),
    account: rows.map((row) => row.account_id),
    opportunity: rows.map((row) => row.opportunity_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    mentorshipId: row.mentorship_id,
    kind: row.kind,
    onDay: row.on_day,
    title: row.title,
    note: row.note,
    nextStep: row.next_step,
    levels: fromJson<SkillLevel[]>(row.levels),
    by: nameOf(names.person, row.by_id),
    activityId: row.activity_id,
    account: nameOf(names.account, row.account_id),
    opportunity: nameOf(names.opportunity, row.opportunity_id),
    isMine: row.by_id !== null && row.by_id === actor.personId,
  }));
}
