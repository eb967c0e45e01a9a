import type { Locale } from '@milepost/contract/organisation';
import { toDay, toIso, weekdayOf } from '@milepost/core/calendar/civil-day';
import { toJson } from '../../db/columns.ts';
import type { Work } from '../../db/work.ts';
import { attendances, courseSessions, courses, enrolments, learningPlans, partsOf } from '../training/store.ts';
import { bringExamples } from '../training/take-example-set.ts';

type Somebody = { id: string };

/** The example courses, a session in two weeks and one in ten, and how far the reps are: some done, some under way, one late. */
export async function writeTraining(
  work: Work,
  locale: Locale,
  today: string,
  { managers, reps }: { managers: readonly Somebody[]; reps: readonly Somebody[] },
): Promise<void> {
  await bringExamples(work, locale);
  const day = (away: number) => toIso(toDay(today) + away);
  /** The first working day from then on. */
  const workday = (away: number) => day(away + Math.max(0, weekdayOf(toDay(day(away))) - 5) * 2);
  const all = await courses.all(work.db, work.actor.orgId);
  const last = all.find((row) => partsOf(row).afterIds.length > 0);
  const first = all.filter((row) => partsOf(row).afterIds.length === 0);
  const session =
    last &&
    (await courseSessions.create(work, {
      ...{ id: work.newId(), course_id: last.id, on_day: workday(14), starts_at: '09:30', minutes: 120 },
      ...{ place: null, host_id: managers[0]?.id ?? null },
    }));
  if (last)
    await courseSessions.create(work, {
      ...{ id: work.newId(), course_id: last.id, on_day: workday(70), starts_at: '14:00', minutes: 120 },
      ...{ place: null, host_id: managers[1]?.id ?? null },
    });
  for (const [at, { id: person_id }] of reps.entries()) {
    const course = first[at % Math.max(1, first.length)];
    if (!course) return;
    const seen = partsOf(course).sections.map(({ id }) => id);
    const isDone = at % 3 === 0;
    const blank = { person_id, extra_attempts: 0 };
    await enrolments.create(work, {
      ...{ ...blank, id: work.newId(), course_id: course.id, due_on: day(at % 4 === 1 ? -3 : 21) },
      // What was learned before there were courses counts as done.
      ...{
        seen_ids: toJson(seen.slice(0, at % 3)),
        is_credited: isDone ? 1 : 0,
        completed_on: isDone ? day(-10) : null,
      },
    });
    await learningPlans.create(work, { id: person_id, hours_per_week: 1 + (at % 3), due_on: day(75 + 15 * (at % 3)) });
    if (at % 3 !== 0 || !last || !session) continue;
    await enrolments.create(work, {
      ...{ ...blank, id: work.newId(), course_id: last.id, due_on: day(45) },
      ...{ seen_ids: '[]', is_credited: 0, completed_on: null },
    });
    await attendances.create(work, {
      ...{ id: work.newId(), person_id, host_id: session.row.host_id, course_id: last.id },
      ...{ session_id: session.row.id, state: 'signed-up' },
    });
  }
}
