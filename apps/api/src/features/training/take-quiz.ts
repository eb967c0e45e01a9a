import { randomInt } from 'node:crypto';
import type { AttemptPatch, NewAttempt } from '@milepost/contract/training';
import { drawQuestions, endOf, mayStart, scoreOf, stateAt } from '@milepost/core/training/quiz';
import type { Actor } from '../../auth/actor.ts';
import { flag, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import type { AttemptTable, QuizTable } from '../../db/tables/training.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { completeWhenDone } from './complete-course.ts';
import {
  answersOf,
  attemptOf,
  attempts,
  courses,
  type DrawnQuestion,
  drawnOf,
  enrolments,
  partsOf,
  questionsOf,
  quizzes,
  rulesOf,
} from './store.ts';

const todayOf = ({ clock }: Deps, actor: Actor): string => clock.today(actor.organisation.timeZone);

/** A number from 0 on and below 1 that nobody foresees. */
const roll = (): number => randomInt(2 ** 32) / 2 ** 32;

/** Which of what is needed before a course somebody has done: of each the one or the other. */
export async function metBefore(
  { db, actor }: { db: Db; actor: Actor },
  courseId: string,
  personId: string,
): Promise<boolean[]> {
  const { afterIds } = partsOf(await courses.get(db, actor, courseId));
  if (afterIds.length === 0) return [];
  const done = new Set(
    (await enrolments.of(db, actor.orgId, [personId])).flatMap((row) => (row.completed_on ? [row.course_id] : [])),
  );
  return afterIds.map((some) => some.some((id) => done.has(id)));
}

type Closing = {
  state: Exclude<AttemptTable['state'], 'open'>;
  today: string;
  answers?: Record<string, string[]>;
};

/** Closes an attempt with what was answered, and completes the course where that was the last of it. */
export async function closeAttempt(
  work: Work,
  row: AttemptTable,
  { state, today, answers = answersOf(row) }: Closing,
): Promise<AttemptTable> {
  const quiz = await quizzes.ofCourse(work.db, work.actor.orgId, row.course_id);
  const pool = new Map(quiz ? questionsOf(quiz).map((one) => [one.id, one]) : []);
  // A question that was taken out of the pool meanwhile does not count against anybody.
  const asked = drawnOf(row).flatMap(({ id, options }) => {
    const known = pool.get(id);
    return known ? [{ id, optionIds: options.map((one) => one.id), rightIds: known.rightIds }] : [];
  });
  const score = scoreOf(asked, new Map(Object.entries(answers)), quiz?.pass_ratio ?? 1);
  const columns = {
    ...{ state, closed_at: work.at, answers: toJson(answers), marks: toJson(score.marks) },
    ...{ right_count: score.rightCount, is_passed: flag(score.isPassed && state !== 'left') },
  };
  const closed = await attempts.update(work, row.id, row.version, columns, { action: state });
  if (closed.is_passed === 1)
    await completeWhenDone(work, await enrolments.get(work.db, work.actor, row.enrolment_id), today);
  return closed;
}

async function closeOverdue(work: Work, rows: readonly AttemptTable[], today: string): Promise<AttemptTable[]> {
  const after: AttemptTable[] = [];
  for (const row of rows) {
    const isOver = row.state === 'open' && stateAt(attemptOf(row), work.at) === 'timed-out';
    after.push(isOver ? await closeAttempt(work, row, { state: 'timed-out', today }) : row);
  }
  return after;
}

function drawn(quiz: QuizTable): DrawnQuestion[] {
  const { questionCount } = rulesOf(quiz);
  return drawQuestions(questionsOf(quiz), questionCount, roll).map(({ id, text, options, rightIds }) => ({
    ...{ id, text, rightCount: rightIds.length },
    options: drawQuestions(options, options.length, roll),
  }));
}

/**
 * Starts an attempt, or goes on with the one that is under way. Each that was started counts, also one that was left or ran out.
 * @throws Failure `not-found`, `not-allowed`, `course-needs-others`, `quiz-passed`, `no-attempts-left`
 */
export const startAttempt = (deps: Deps, actor: Actor, { id, enrolmentId }: NewAttempt) =>
  deps.transact(actor, async (work) => {
    const enrolment = await enrolments.get(work.db, actor, enrolmentId);
    if (enrolment.person_id !== actor.personId) throw new Failure('not-allowed');
    await enrolments.lock(work, enrolment.person_id);
    const quiz = await quizzes.ofCourse(work.db, actor.orgId, enrolment.course_id);
    if (!quiz || enrolment.archived_at !== null) throw new Failure('not-found');
    if ((await metBefore(work, enrolment.course_id, enrolment.person_id)).includes(false))
      throw new Failure('course-needs-others');
    const own = (await attempts.of(work.db, actor.orgId, [enrolment.person_id])).filter(
      (row) => row.enrolment_id === enrolmentId,
    );
    const there = own.find((row) => row.id === id);
    if (there) return { row: there, isNew: false };
    const before = await closeOverdue(work, own, todayOf(deps, actor));
    const rules = rulesOf(quiz);
    const start = mayStart(rules, before.map(attemptOf), { now: work.at, extra: enrolment.extra_attempts });
    if (start.status === 'running') return { row: before[start.at] as AttemptTable, isNew: false };
    if (start.status === 'passed') throw new Failure('quiz-passed');
    if (start.status === 'none-left') throw new Failure('no-attempts-left');
    return attempts.create(work, {
      ...{ id, person_id: enrolment.person_id, course_id: enrolment.course_id, enrolment_id: enrolmentId },
      ...{ number: start.number, state: 'open', started_at: work.at, ends_at: endOf(rules, work.at), closed_at: null },
      ...{ questions: toJson(drawn(quiz)), answers: '{}', marks: null, right_count: null, is_passed: null },
    });
  });

/** Ticks that are among what was asked; anything else is passed over. */
function readable(row: AttemptTable, answers: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  const asked = new Map(drawnOf(row).map(({ id, options }) => [id, new Set(options.map((one) => one.id))]));
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, ticked]) => {
      const options = asked.get(id);
      return options ? [[id, [...new Set(ticked)].filter((one) => options.has(one))]] : [];
    }),
  );
}

async function ownOpen(work: Work, id: string): Promise<AttemptTable> {
  const row = await attempts.get(work.db, work.actor, id);
  if (row.person_id !== work.actor.personId) throw new Failure('not-allowed');
  if (row.state !== 'open') throw new Failure('attempt-closed');
  return row;
}

/** Keeps what is answered so far. @throws Failure `not-allowed`, `attempt-closed`, `version-clash` */
export const keepAnswers = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { answers = {} }: AttemptPatch,
): Promise<AttemptTable> =>
  deps.transact(actor, async (work) => {
    const row = await ownOpen(work, id);
    if (stateAt(attemptOf(row), work.at) === 'timed-out') throw new Failure('attempt-closed');
    return attempts.update(work, id, seen, { answers: toJson({ ...answersOf(row), ...readable(row, answers) }) });
  });

/**
 * Hands an attempt in, or leaves it: it counts either way, and what was left cannot pass. After its time it closes with what was kept before.
 * @throws Failure `not-allowed`, `attempt-closed`, `version-clash`
 */
export const endAttempt = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { how, answers = {} }: AttemptPatch & { how: 'handed-in' | 'left' },
): Promise<AttemptTable> =>
  deps.transact(actor, async (work) => {
    const row = await ownOpen(work, id);
    if (row.version !== seen) throw new Failure('version-clash', { row });
    const today = todayOf(deps, actor);
    if (stateAt(attemptOf(row), work.at) === 'timed-out') return closeAttempt(work, row, { state: 'timed-out', today });
    const said = { ...answersOf(row), ...readable(row, answers) };
    return closeAttempt(work, row, { state: how, today, answers: said });
  });

/** Attempts whose time is over close by themselves. */
export const closeOverdueAttempts = (deps: Deps, actor: Actor): Promise<{ closed: number }> =>
  deps.transact(actor, async (work) => {
    await work.dialect.lock(`close-attempts ${actor.orgId}`)?.execute(work.db);
    const rows = await attempts.overdue(work.db, actor.orgId, work.at);
    for (const row of rows) await closeAttempt(work, row, { state: 'timed-out', today: todayOf(deps, actor) });
    return { closed: rows.length };
  });
