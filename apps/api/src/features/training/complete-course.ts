import { progressOf } from '@milepost/core/training/progress';
import type { Actor } from '../../auth/actor.ts';
import { operatorOf } from '../../auth/session.ts';
import type { Db } from '../../db/open.ts';
import type { AttemptTable, EnrolmentTable } from '../../db/tables/training.ts';
import type { Work } from '../../db/work.ts';
import { earnAward } from '../certificates/earn-store.ts';
import { attempts, attendances, courseSessions, courses, enrolments, partsOf, quizzes, seenOf } from './store.ts';

/** What of a course there is to do, and what of it somebody has done in an enrolment. */
export async function progressIn({ db, actor }: { db: Db; actor: Actor }, row: EnrolmentTable) {
  const [course, quiz, sessions, there, tried] = [
    await courses.get(db, actor, row.course_id),
    await quizzes.ofCourse(db, actor.orgId, row.course_id),
    (await courseSessions.all(db, actor.orgId)).filter(({ course_id }) => course_id === row.course_id),
    await attendances.of(db, actor.orgId, [row.person_id]),
    await attempts.of(db, actor.orgId, [row.person_id]),
  ];
  const passed = tried.find(({ enrolment_id, is_passed }) => enrolment_id === row.id && is_passed === 1) ?? null;
  const progress = progressOf({
    sectionIds: partsOf(course).sections.map(({ id }) => id),
    seenIds: new Set(seenOf(row)),
    isPassed: quiz ? passed !== null : null,
    hasAttended:
      sessions.length === 0
        ? null
        : there.some(({ course_id, state }) => course_id === row.course_id && state === 'there'),
    isCredited: row.is_credited === 1,
  });
  return { course, passed, progress };
}

async function awardFor(work: Work, row: EnrolmentTable, certificateId: string, passed: AttemptTable, today: string) {
  await earnAward(work, {
    ...{ personId: row.person_id, certificateId, attemptId: passed.id },
    completedOn: today,
  });
}

/**
 * Completes a course once everything of it is done, and gives what its passed quiz certifies, with the attempt as the evidence.
 * What is complete stays so, whatever is added to the course later.
 */
export async function completeWhenDone(asked: Work, row: EnrolmentTable, today: string): Promise<EnrolmentTable> {
  if (row.completed_on !== null) return row;
  // That it is complete follows from what was done, whoever wrote that down: the host of a session does not see the enrolment.
  const work = { ...asked, actor: operatorOf(asked.actor.organisation) };
  const { course, passed, progress } = await progressIn(work, row);
  if (!progress.isComplete) return row;
  const done = await enrolments.update(work, row.id, row.version, { completed_on: today }, { action: 'completed' });
  if (course.certificate_id !== null && passed) await awardFor(work, row, course.certificate_id, passed, today);
  return done;
}
