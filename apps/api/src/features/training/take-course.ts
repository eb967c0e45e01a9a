import type { EnrolmentPatch, NewEnrolment } from '@milepost/contract/training';
import { type Actor, reaches } from '../../auth/actor.ts';
import { flag, toJson } from '../../db/columns.ts';
import type { EnrolmentTable } from '../../db/tables/training.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { completeWhenDone } from './complete-course.ts';
import { courses, enrolments, partsOf, seenOf } from './store.ts';

/** Does the actor lead this person? Nobody leads themselves but an administrator. */
export const leads = (actor: Actor, personId: string): boolean =>
  actor.role === 'admin' || (actor.role === 'manager' && actor.personId !== personId && reaches(actor, personId));

/**
 * Takes a course, oneself or for one of one's people. A course that is done may be taken once more, to renew what it certifies.
 * @throws Failure `not-found`, `invalid-input`, `already-enrolled`
 */
export const createEnrolment = (deps: Deps, actor: Actor, { id, personId, courseId, dueOn }: NewEnrolment) =>
  deps.transact(actor, async (work) => {
    if (!reaches(actor, personId)) throw new Failure('not-found');
    await people.get(work.db, actor, personId);
    const course = await courses.find(work.db, actor, courseId);
    if (!course || course.archived_at !== null)
      throw new Failure('invalid-input', fieldIssue('/courseId', 'unknown', 'no such course'));
    await enrolments.lock(work, personId);
    const own = await enrolments.of(work.db, actor.orgId, [personId]);
    if (own.some((row) => row.course_id === courseId && row.completed_on === null && row.id !== id))
      throw new Failure('already-enrolled');
    return enrolments.create(work, {
      ...{ id, person_id: personId, course_id: courseId, due_on: dueOn ?? null },
      ...{ seen_ids: '[]', extra_attempts: 0, is_credited: 0, completed_on: null },
    });
  });

/**
 * Says which sections were read (the person themselves), by when it is wanted, and what who leads them grants: further attempts, or that it
 * counts as done.
 * @throws Failure `not-allowed`
 */
export const changeEnrolment = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { seenIds, dueOn, extraAttempts, isCredited }: EnrolmentPatch,
): Promise<EnrolmentTable> =>
  deps.transact(actor, async (work) => {
    const before = await enrolments.get(work.db, actor, id);
    const isLeading = leads(actor, before.person_id);
    if (seenIds !== undefined && before.person_id !== actor.personId) throw new Failure('not-allowed');
    if ((extraAttempts !== undefined || isCredited !== undefined) && !isLeading) throw new Failure('not-allowed');
    const known = new Set(
      partsOf(await courses.get(work.db, actor, before.course_id)).sections.map((section) => section.id),
    );
    const row = await enrolments.update(work, id, seen, {
      // What was read stays read: a window that knows less takes nothing back.
      ...(seenIds === undefined
        ? {}
        : { seen_ids: toJson([...new Set([...seenOf(before), ...seenIds])].filter((one) => known.has(one))) }),
      ...(dueOn === undefined ? {} : { due_on: dueOn }),
      ...(extraAttempts === undefined ? {} : { extra_attempts: extraAttempts }),
      ...(isCredited === undefined ? {} : { is_credited: flag(isCredited) }),
    });
    return completeWhenDone(work, row, deps.clock.today(actor.organisation.timeZone));
  });
