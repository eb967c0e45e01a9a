import type {
  AttemptView,
  AttendanceView,
  CaseStudyView,
  CourseSessionView,
  CourseView,
  EnrolmentView,
  QuizView,
} from '@milepost/contract/training';
import { stateAt } from '@milepost/core/training/quiz';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type {
  AttemptTable,
  AttendanceTable,
  CaseStudyTable,
  CourseSessionTable,
  CourseTable,
  EnrolmentTable,
  QuizTable,
} from '../../db/tables/training.ts';
import { progressIn } from './complete-course.ts';
import { mayEdit } from './save-case-study.ts';
import { answersOf, attemptOf, drawnOf, partsOf, questionsOf, quizzes, rulesOf, seenOf } from './store.ts';

export async function courseViews(db: Db, actor: Actor, rows: readonly CourseTable[]): Promise<CourseView[]> {
  const parts = rows.map(partsOf);
  const names = await namesOf(db, actor, {
    course: parts.flatMap(({ afterIds }) => afterIds.flat()),
    skill: parts.flatMap(({ raises }) => raises.map(({ skillId }) => skillId)),
    certificate: rows.map((row) => row.certificate_id),
  });
  const quizBy = new Map((await quizzes.all(db, actor.orgId)).map((row) => [row.id, row]));
  return rows.map((row, at) => {
    const { sections = [], afterIds = [], raises = [] } = parts[at] ?? {};
    const quiz = quizBy.get(row.id);
    return {
      ...recordFields(row),
      ...{ name: row.name, about: row.about, hours: row.hours, sections, afterIds },
      after: afterIds.map((some) => some.map((id) => nameOf(names.course, id) ?? { id, name: '' })),
      raises: raises.map((one) => ({ ...one, skill: nameOf(names.skill, one.skillId) })),
      ...{ certificateId: row.certificate_id, certificate: nameOf(names.certificate, row.certificate_id) },
      quiz: quiz ? rulesOf(quiz) : null,
    };
  });
}

export const quizViews = async (_: Db, __: Actor, rows: readonly QuizTable[]): Promise<QuizView[]> =>
  rows.map((row) => ({ ...recordFields(row), ...rulesOf(row), questions: questionsOf(row) }));

export async function sessionViews(
  db: Db,
  actor: Actor,
  rows: readonly CourseSessionTable[],
): Promise<CourseSessionView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.host_id) });
  return rows.map((row) => ({
    ...recordFields(row),
    ...{ courseId: row.course_id, onDay: row.on_day, startsAt: row.starts_at, minutes: row.minutes, place: row.place },
    ...{ hostId: row.host_id, host: nameOf(names.person, row.host_id) },
  }));
}

export async function attendanceViews(
  db: Db,
  actor: Actor,
  rows: readonly AttendanceTable[],
): Promise<AttendanceView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
  return rows.map((row) => ({
    ...recordFields(row),
    ...{ sessionId: row.session_id, courseId: row.course_id, personId: row.person_id, state: row.state },
    person: nameOf(names.person, row.person_id),
  }));
}

export async function enrolmentViews(db: Db, actor: Actor, rows: readonly EnrolmentTable[]): Promise<EnrolmentView[]> {
  const names = await namesOf(db, actor, {
    person: rows.map((row) => row.person_id),
    course: rows.map((row) => row.course_id),
  });
  const views: EnrolmentView[] = [];
  for (const row of rows) {
    const { progress } = await progressIn({ db, actor }, row);
    views.push({
      ...recordFields(row),
      ...{ personId: row.person_id, person: nameOf(names.person, row.person_id) },
      ...{ courseId: row.course_id, course: nameOf(names.course, row.course_id) },
      ...{ dueOn: row.due_on, seenIds: seenOf(row), extraAttempts: row.extra_attempts },
      ...{ isCredited: row.is_credited === 1, done: progress.done, parts: progress.parts },
      completedOn: row.completed_on,
    });
  }
  return views;
}

/** Attempts as they stand at an instant: what was right is told when one is closed, and not before. */
export const attemptViewsAt =
  (now: () => string) =>
  async (db: Db, actor: Actor, rows: readonly AttemptTable[]): Promise<AttemptView[]> => {
    const pools = new Map((await quizzes.all(db, actor.orgId)).map((row) => [row.id, row]));
    return rows.map((row) => {
      const marks = new Map(
        (row.marks === null ? [] : fromJson<{ questionId: string; isRight: boolean }[]>(row.marks)).map((mark) => [
          mark.questionId,
          mark.isRight,
        ]),
      );
      const pool = pools.get(row.course_id);
      const said = new Map(pool ? questionsOf(pool).map((one) => [one.id, one.explanation]) : []);
      const isClosed = row.marks !== null;
      return {
        ...recordFields(row),
        ...{ personId: row.person_id, courseId: row.course_id, enrolmentId: row.enrolment_id, number: row.number },
        ...{ state: stateAt(attemptOf(row), now()), startedAt: row.started_at, endsAt: row.ends_at },
        ...{ closedAt: row.closed_at, answers: answersOf(row) },
        questions: drawnOf(row).map((question) => ({
          ...question,
          isRight: isClosed ? (marks.get(question.id) ?? null) : null,
          explanation: isClosed ? (said.get(question.id) ?? null) : null,
        })),
        ...{ rightCount: row.right_count, isPassed: row.is_passed === null ? null : row.is_passed === 1 },
      };
    });
  };

export async function caseStudyViews(db: Db, actor: Actor, rows: readonly CaseStudyTable[]): Promise<CaseStudyView[]> {
  const names = await namesOf(db, actor, {
    person: rows.map((row) => row.person_id),
    skill: rows.map((row) => row.skill_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    ...{ name: row.name, skillId: row.skill_id, skill: nameOf(names.skill, row.skill_id) },
    ...{ situation: row.situation, approach: row.approach, outcome: row.outcome, lesson: row.lesson },
    ...{ person: nameOf(names.person, row.person_id), mayEdit: mayEdit(actor, row) },
  }));
}
