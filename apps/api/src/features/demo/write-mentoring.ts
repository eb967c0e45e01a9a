import type { Locale } from '@milepost/contract/organisation';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { toJson } from '../../db/columns.ts';
import type { Work } from '../../db/work.ts';
import { menteeProfiles, mentorProfiles, mentorshipEntries, mentorships } from '../mentoring/store.ts';
import { mentoringNames } from './mentoring-names.ts';

type Somebody = { id: string };

/** Of the reps the first few guide, most of the others look for a mentor, and two have one: one pair meets, one has fallen idle. */
export async function writeMentoring(work: Work, locale: Locale, today: string, reps: readonly Somebody[]) {
  const { skills, language, goal, visit, note, next, case: shared } = mentoringNames[locale];
  const day = (away: number) => toIso(toDay(today) + away);
  const known = { languages: toJson([language]), region: null, note: null };
  const mentors = reps.slice(0, 3);
  const mentees = reps.slice(3, 10);
  for (const [at, { id: person_id }] of mentors.entries())
    await mentorProfiles.create(work, {
      id: work.newId(),
      person_id,
      ...known,
      years: 9 + at,
      gives: toJson(skills.map((skill, index) => ({ skill, level: index === at ? 5 : 2 + ((index + 2 * at) % 3) }))),
      capacity: 2,
      is_open: 1,
    });
  const needsOf = (at: number) =>
    [0, 1].map((more) => ({
      skill: skills[(at + more) % skills.length] ?? '',
      level: 1 + ((at + more) % 2),
      required: 4,
      weight: 1 + ((at + more) % 3),
    }));
  for (const [at, { id: person_id }] of mentees.entries())
    await menteeProfiles.create(work, {
      id: work.newId(),
      person_id,
      ...known,
      years: 1 + (at % 3),
      needs: toJson(needsOf(at)),
      is_seeking: 1,
      wish_id: null,
    });
  for (const [at, from] of [-60, -45].entries()) {
    const [mentor, mentee] = [mentors[at], mentees[at]];
    if (!mentor || !mentee) return;
    const people = { mentee_id: mentee.id, mentor_id: mentor.id };
    const { row } = await mentorships.create(work, {
      id: work.newId(),
      ...people,
      goal: at === 0 ? goal : null,
      from_day: day(from),
      until_day: day(from + 182),
      every_days: 14,
      minutes: 60,
      idle_after_days: 30,
      status: 'running',
      start_needs: toJson(needsOf(at)),
      ended_on: null,
      result: null,
      lesson: null,
      again: null,
    });
    if (at > 0) continue;
    const entry = { mentorship_id: row.id, ...people, activity_id: null, account_id: null, opportunity_id: null };
    const levels = toJson(needsOf(at).map(({ skill, level }) => ({ skill, level: level + 1 })));
    await mentorshipEntries.create(work, {
      ...entry,
      ...{ id: work.newId(), by_id: mentor.id, kind: 'visit', on_day: day(-6), title: visit, note, next_step: next },
      levels,
    });
    await mentorshipEntries.create(work, {
      ...entry,
      ...{ id: work.newId(), by_id: mentor.id, kind: 'case', on_day: day(-20), title: shared, note: null },
      ...{ next_step: null, levels: '[]' },
    });
  }
}
