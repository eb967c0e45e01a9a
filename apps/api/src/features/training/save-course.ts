import type { CoursePatch, NewCourse, NewQuiz, QuizPatch } from '@milepost/contract/training';
import { orderOf } from '@milepost/core/training/order';
import { faultsOf } from '@milepost/core/training/quiz';
import type { Actor } from '../../auth/actor.ts';
import type { CourseTable, QuizTable } from '../../db/tables/training.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { certificates } from '../certificates/store.ts';
import { skills } from '../skills/store.ts';
import { blankCourse, courseColumns, courses, partsOf, questionsOf, quizColumns, quizzes } from './store.ts';

const refuse = (path: string, code: string, message: string): never => {
  throw new Failure('invalid-input', fieldIssue(path, code, message));
};

/** What a course names is there, and no course is needed before itself whichever way one goes. */
async function demandSound(work: Work, row: CourseTable): Promise<void> {
  const { db, actor } = work;
  const { afterIds, raises, sections } = partsOf(row);
  const others = (await courses.all(db, actor.orgId)).filter(({ id }) => id !== row.id);
  const known = new Set([row.id, ...others.map(({ id }) => id)]);
  for (const [at, some] of afterIds.entries())
    if (some.some((id) => !known.has(id))) refuse(`/afterIds/${at}`, 'unknown', 'no such course');
  const steps = [row, ...others].map((one) => ({
    id: one.id,
    after: [...new Set(partsOf(one).afterIds.flat())].filter((id) => known.has(id)),
  }));
  const order = orderOf(steps);
  if (order.status === 'cycle') {
    const nameBy = new Map([row, ...others].map(({ id, name }) => [id, name]));
    refuse('/afterIds', 'cycle', order.cycle.map((id) => nameBy.get(id) ?? id).join(' → '));
  }
  const skillIds = new Set((await skills.all(db, actor.orgId)).map(({ id }) => id));
  const stranger = raises.findIndex(({ skillId }) => !skillIds.has(skillId));
  if (stranger >= 0) refuse(`/raises/${stranger}/skillId`, 'unknown', 'no such skill');
  if (new Set(raises.map(({ skillId }) => skillId)).size < raises.length)
    refuse('/raises', 'twice', 'a skill stands twice');
  if (new Set(sections.map(({ id }) => id)).size < sections.length)
    refuse('/sections', 'twice', 'a section stands twice');
  const unlinked = sections.findIndex(({ kind, link }) => kind === 'video' && link === null);
  if (unlinked >= 0) refuse(`/sections/${unlinked}/link`, 'missing', 'where the video is');
  if (row.certificate_id !== null && !(await certificates.find(db, actor, row.certificate_id)))
    refuse('/certificateId', 'unknown', 'no such certificate');
}

/** Adds a course. @throws Failure `invalid-input`, also where courses would need each other */
export const createCourse = (deps: Deps, actor: Actor, { id, ...input }: NewCourse) =>
  deps.transact(actor, async (work) => {
    const values = { ...blankCourse, ...courseColumns(input), id } as CourseTable;
    await demandSound(work, values);
    return courses.create(work, values as Parameters<typeof courses.create>[1]);
  });

export const changeCourse = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: CoursePatch,
): Promise<CourseTable> =>
  deps.transact(actor, async (work) => {
    const columns = courseColumns(patch);
    await demandSound(work, { ...(await courses.get(work.db, actor, id)), ...columns });
    return courses.update(work, id, seen, columns);
  });

function demandPool(row: QuizTable): void {
  const pool = questionsOf(row).map(({ id, options, rightIds }) => ({
    ...{ id, rightIds, optionIds: options.map((one) => one.id) },
  }));
  const [fault] = faultsOf({ questionCount: row.question_count, passRatio: row.pass_ratio }, pool);
  if (fault)
    refuse(
      fault === 'too-few-questions' ? '/questionCount' : fault === 'pass-mark' ? '/passRatio' : '/questions',
      fault,
      'a quiz that can be passed',
    );
}

/** Gives a course its quiz, which bears its id. @throws Failure `invalid-input` */
export const createQuiz = (deps: Deps, actor: Actor, { id, ...input }: NewQuiz) =>
  deps.transact(actor, async (work) => {
    if (!(await courses.find(work.db, actor, id))) refuse('/id', 'unknown', 'no such course');
    const values = { ...quizColumns(input), owner_id: null, id } as QuizTable;
    demandPool(values);
    return quizzes.create(work, values as Parameters<typeof quizzes.create>[1]);
  });

/** Changes it. Attempts under way keep the questions that they were given. */
export const changeQuiz = (deps: Deps, actor: Actor, id: string, seen: number, patch: QuizPatch): Promise<QuizTable> =>
  deps.transact(actor, async (work) => {
    const columns = quizColumns(patch);
    demandPool({ ...(await quizzes.get(work.db, actor, id)), ...columns });
    return quizzes.update(work, id, seen, columns);
  });
