import type { CourseRollView, CourseStandingView } from '@milepost/contract/training';
import { attemptsLeft, mayStart } from '@milepost/core/training/quiz';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { awards } from '../certificates/store.ts';
import { whoseGrowth } from '../skills/may-assess-store.ts';
import { activePeople } from '../skills/store.ts';
import { attemptOf, attempts, attendances, courseSessions, courses, enrolments, quizzes, rulesOf } from './store.ts';
import { metBefore } from './take-quiz.ts';
import { attemptViewsAt, attendanceViews, enrolmentViews, sessionViews } from './views.ts';

/** A course as it stands for somebody: how far they are, what they tried, which sessions there are, and what they earned. */
export async function readStanding(
  db: Db,
  actor: Actor,
  { courseId, personId, now }: { courseId: string; personId: string | undefined; now: string },
): Promise<CourseStandingView> {
  const { orgId } = actor;
  const course = await courses.get(db, actor, courseId);
  const person = await whoseGrowth(db, actor, personId);
  const [taken, tried, there, quiz, sessions, held] = await Promise.all([
    enrolments.of(db, orgId, [person.id]),
    attempts.of(db, orgId, [person.id]),
    attendances.of(db, orgId, [person.id]),
    quizzes.ofCourse(db, orgId, courseId),
    courseSessions.all(db, orgId),
    awards.confirmedOf(db, orgId, [person.id]),
  ]);
  // The one that is open, else the last that was completed.
  const own = taken.filter((row) => row.course_id === courseId);
  const enrolment = own.find((row) => row.completed_on === null) ?? own.at(-1) ?? null;
  const made = tried.filter((row) => row.enrolment_id === enrolment?.id);
  const extra = enrolment?.extra_attempts ?? 0;
  const start = quiz && enrolment ? mayStart(rulesOf(quiz), made.map(attemptOf), { now, extra }).status : null;
  const attemptViews = await attemptViewsAt(() => now)(db, actor, made.toReversed());
  const attended = new Map(
    (
      await attendanceViews(
        db,
        actor,
        there.filter((row) => row.course_id === courseId),
      )
    ).map((one) => [one.sessionId, one]),
  );
  const days = await sessionViews(
    db,
    actor,
    sessions.filter((row) => row.course_id === courseId),
  );
  const earned = held.findLast(
    (row) => row.certificate_id === course.certificate_id && tried.some(({ id }) => id === row.attempt_id),
  );
  return {
    person,
    enrolment: enrolment ? ((await enrolmentViews(db, actor, [enrolment]))[0] ?? null) : null,
    attempts: attemptViews,
    attemptsLeft: quiz ? attemptsLeft(rulesOf(quiz), made.length, extra) : null,
    mayStart: start ?? (quiz ? 'not-enrolled' : 'no-quiz'),
    isAfterMet: await metBefore({ db, actor }, courseId, person.id),
    sessions: days.map((session) => ({ ...session, attendance: attended.get(session.id) ?? null })),
    award: earned ? { id: earned.id, completedOn: earned.completed_on, expiresOn: earned.expires_on } : null,
  };
}

/** Who of those in reach takes a course, and how far they are. */
export async function readRoll(db: Db, actor: Actor, courseId: string): Promise<CourseRollView> {
  await courses.get(db, actor, courseId);
  const ids = (await activePeople(db, actor.orgId, actor.reach)).map(({ id }) => id);
  const rows = (await enrolments.of(db, actor.orgId, ids)).filter((row) => row.course_id === courseId);
  const tried = Map.groupBy(await attempts.of(db, actor.orgId, ids), (row) => row.enrolment_id);
  const views = await enrolmentViews(db, actor, rows);
  return {
    items: views.map((view) => {
      const made = tried.get(view.id) ?? [];
      const ratios = made.flatMap((row) => {
        const asked = row.marks === null ? 0 : (JSON.parse(row.marks) as unknown[]).length;
        return asked === 0 || row.right_count === null ? [] : [row.right_count / asked];
      });
      return { ...view, attemptCount: made.length, bestRatio: ratios.length === 0 ? null : Math.max(...ratios) };
    }),
  };
}
