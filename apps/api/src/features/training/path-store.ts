import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { daysOffOf } from '@milepost/core/leave/leave';
import { firstDayOf, usualLearning, weekShares } from '@milepost/core/training/learning-time';
import { type Path, type PathCourse, pathOf } from '@milepost/core/training/path';
import { type Progress, progressOf } from '@milepost/core/training/progress';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { CourseTable, EnrolmentTable } from '../../db/tables/training.ts';
import { standingOf } from '../certificates/standing-store.ts';
import { awards, certificates } from '../certificates/store.ts';
import { goals } from '../goals/store.ts';
import { leaveOf, leaves } from '../leave/store.ts';
import { type GapsOf, gapsOf } from '../skills/gaps-store.ts';
import {
  attempts,
  attendances,
  courseSessions,
  courses,
  enrolments,
  learningPlans,
  partsOf,
  quizzes,
  seenOf,
} from './store.ts';

export type PlanOf = { version: number; hoursPerWeek: number; dueOn: string };
/** The path of somebody with what it was made of. */
export type PathOfPerson = {
  path: Path;
  plan: PlanOf;
  gaps: GapsOf;
  /** Courses that are needed for a certificate that is a goal and not reached. */
  goalCourses: ReadonlySet<string>;
  begun: ReadonlyMap<string, Progress>;
  taken: readonly EnrolmentTable[];
};

const minutesOf = (rows: readonly { minutes: number }[]): number => rows[0]?.minutes ?? 0;

/** The courses as a path sees them: those in the archive are taken by nobody any more. */
async function catalogueOf(db: Db, orgId: string) {
  const [rows, sessions, pool] = await Promise.all([
    courses.all(db, orgId),
    courseSessions.all(db, orgId),
    quizzes.all(db, orgId),
  ]);
  const sessionsBy = Map.groupBy(sessions, (row) => row.course_id);
  const courseOf = (row: CourseTable): PathCourse => {
    const held = sessionsBy.get(row.id) ?? [];
    return {
      ...{ id: row.id, hours: row.hours, after: partsOf(row).afterIds, raises: partsOf(row).raises },
      live: held.length === 0 ? null : { hours: minutesOf(held) / 60, days: held.map((one) => toDay(one.on_day)) },
    };
  };
  return {
    rows,
    byId: new Map(rows.map((row) => [row.id, row])),
    standing: rows.filter((row) => row.archived_at === null).map(courseOf),
    hasQuiz: new Set(pool.map(({ id }) => id)),
    isHeld: new Set(sessionsBy.keys()),
  };
}

/** The paths of some people. Whoever asks has been asked before whether they may see these people. */
export async function pathsOf(
  db: Db,
  actor: Actor,
  personIds: readonly string[],
  day: string,
): Promise<{ courses: ReadonlyMap<string, CourseTable>; of(personId: string): PathOfPerson }> {
  const { orgId } = actor;
  const catalogue = await catalogueOf(db, orgId);
  const until = toIso(addMonths(toDay(day), 24));
  const [gapsFor, taken, tried, there, plans, held, kinds, away] = await Promise.all([
    gapsOf(db, actor, personIds, day),
    enrolments.of(db, orgId, personIds),
    attempts.of(db, orgId, personIds),
    attendances.of(db, orgId, personIds),
    learningPlans.of(db, orgId, personIds),
    awards.confirmedOf(db, orgId, personIds),
    certificates.all(db, orgId),
    leaves.between(db, orgId, { from: day, to: until }),
  ]);
  const wanted = await goals.ofPeople(db, orgId, personIds);
  const windows = new Map(kinds.map((row) => [row.id, row.window_months]));
  const [takenBy, triedBy, thereBy, awayBy, goalsBy] = [
    Map.groupBy(taken, (row) => row.person_id),
    Map.groupBy(tried, (row) => row.enrolment_id),
    Map.groupBy(there, (row) => row.person_id),
    Map.groupBy(away, (row) => row.person_id),
    Map.groupBy(wanted, (row) => row.person_id),
  ];
  const planBy = new Map(plans.map((row) => [row.id, row]));
  const usual = usualLearning(day);
  const start = firstDayOf(day);

  const progressIn = (row: EnrolmentTable, course: CourseTable): Progress =>
    progressOf({
      sectionIds: partsOf(course).sections.map(({ id }) => id),
      seenIds: new Set(seenOf(row)),
      isPassed: catalogue.hasQuiz.has(course.id)
        ? (triedBy.get(row.id) ?? []).some(({ is_passed }) => is_passed === 1)
        : null,
      hasAttended: catalogue.isHeld.has(course.id)
        ? (thereBy.get(row.person_id) ?? []).some((one) => one.course_id === course.id && one.state === 'there')
        : null,
      isCredited: row.is_credited === 1,
    });

  const of = (personId: string): PathOfPerson => {
    const own = takenBy.get(personId) ?? [];
    const open = own.filter((row) => row.completed_on === null);
    const sought = new Set(
      (goalsBy.get(personId) ?? [])
        .filter((goal) => standingOf(goal, held, windows, day).status !== 'reached')
        .map((goal) => goal.certificate_id),
    );
    // Of several courses that lead to one certificate the shorter.
    const goalCourses = new Set(
      [...sought].flatMap((certificateId) => {
        const ways = catalogue.rows.filter((row) => row.certificate_id === certificateId && row.archived_at === null);
        return ways.toSorted((a, b) => a.hours - b.hours || (a.id < b.id ? -1 : 1))[0]?.id ?? [];
      }),
    );
    const asked = new Set([...open.map((row) => row.course_id), ...goalCourses]);
    // A course is to be taken once more when what it certifies has to be renewed.
    const done = new Set(own.flatMap((row) => (row.completed_on && !asked.has(row.course_id) ? [row.course_id] : [])));
    const begun = new Map(
      open.flatMap((row) => {
        const course = catalogue.byId.get(row.course_id);
        return course ? [[course.id, progressIn(row, course)] as const] : [];
      }),
    );
    const row = planBy.get(personId);
    const plan = row
      ? { version: row.version, hoursPerWeek: row.hours_per_week, dueOn: row.due_on }
      : { version: 0, ...usual };
    const gaps = gapsFor(personId);
    const path = pathOf({
      ...{ courses: catalogue.standing, done, asked, begun, due: toDay(plan.dueOn) },
      wanted: gaps.gaps.map(({ skillId, weight, level, required }) => ({
        skillId,
        weight,
        level: level ?? 0,
        required,
      })),
      time: {
        ...{ start, hoursPerWeek: plan.hoursPerWeek },
        shares: weekShares(start, daysOffOf((awayBy.get(personId) ?? []).map(leaveOf))),
      },
    });
    return { path, plan, gaps, goalCourses, begun, taken: own };
  };
  return { courses: catalogue.byId, of };
}
