import type { AttendancePatch, CourseSessionPatch, NewAttendance, NewCourseSession } from '@milepost/contract/training';
import { type Actor, reaches } from '../../auth/actor.ts';
import type { AttendanceTable, CourseSessionTable } from '../../db/tables/training.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { completeWhenDone } from './complete-course.ts';
import { attendances, courseSessions, courses, enrolments } from './store.ts';
import { leads } from './take-course.ts';

const columnsOf = ({ onDay, startsAt, hostId, ...same }: CourseSessionPatch): Partial<CourseSessionTable> => ({
  ...same,
  ...(onDay === undefined ? {} : { on_day: onDay }),
  ...(startsAt === undefined ? {} : { starts_at: startsAt }),
  ...(hostId === undefined ? {} : { host_id: hostId }),
});

async function demandHost(work: Work, hostId: string | null | undefined): Promise<void> {
  if (hostId && (await people.find(work.db, work.actor, hostId))?.is_active !== 1)
    throw new Failure('owner-unknown', fieldIssue('/hostId', 'unknown', 'somebody who works here'));
}

/** Holds a course live on a day. @throws Failure `invalid-input`, `owner-unknown` */
export const createSession = (deps: Deps, actor: Actor, { id, courseId, ...input }: NewCourseSession) =>
  deps.transact(actor, async (work) => {
    if (!(await courses.find(work.db, actor, courseId)))
      throw new Failure('invalid-input', fieldIssue('/courseId', 'unknown', 'no such course'));
    await demandHost(work, input.hostId);
    const columns = { starts_at: null, place: null, host_id: null, ...columnsOf(input), course_id: courseId, id };
    return courseSessions.create(work, columns as Parameters<typeof courseSessions.create>[1]);
  });

export const changeSession = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: CourseSessionPatch,
): Promise<CourseSessionTable> =>
  deps.transact(actor, async (work) => {
    await demandHost(work, patch.hostId);
    return courseSessions.update(work, id, seen, columnsOf(patch));
  });

/** Signs somebody up for a session: oneself, or one of one's people; once. @throws Failure `not-found`, `invalid-input` */
export const createAttendance = (deps: Deps, actor: Actor, { id, sessionId, personId }: NewAttendance) =>
  deps.transact(actor, async (work) => {
    if (!reaches(actor, personId)) throw new Failure('not-found');
    await people.get(work.db, actor, personId);
    const session = await courseSessions.find(work.db, actor, sessionId);
    if (!session || session.archived_at !== null)
      throw new Failure('invalid-input', fieldIssue('/sessionId', 'unknown', 'no such session'));
    await enrolments.lock(work, personId);
    const there = (await attendances.of(work.db, actor.orgId, [personId])).find((row) => row.session_id === sessionId);
    if (there) return { row: there, isNew: false };
    return attendances.create(work, {
      ...{ id, person_id: personId, host_id: session.host_id, course_id: session.course_id, session_id: sessionId },
      state: 'signed-up',
    });
  });

/**
 * Says who was there: the host of the session and those who lead the person do, from its day on. Whoever was there may have completed
 * the course by it.
 * @throws Failure `not-allowed`, `invalid-input` for a session that is still to come
 */
export const noteAttendance = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { state }: AttendancePatch,
): Promise<AttendanceTable> =>
  deps.transact(actor, async (work) => {
    const today = deps.clock.today(actor.organisation.timeZone);
    const before = await attendances.get(work.db, actor, id);
    const session = await courseSessions.get(work.db, actor, before.session_id);
    const isHost = session.host_id !== null && session.host_id === actor.personId;
    if (!isHost && !leads(actor, before.person_id)) throw new Failure('not-allowed');
    if (state !== undefined && state !== 'signed-up' && session.on_day > today)
      throw new Failure('invalid-input', fieldIssue('/state', 'in-the-future', session.on_day));
    const row = await attendances.update(work, id, seen, state === undefined ? {} : { state });
    if (row.state !== 'there') return row;
    const taken = (await enrolments.of(work.db, actor.orgId, [row.person_id])).filter(
      (one) => one.course_id === row.course_id,
    );
    for (const one of taken) await completeWhenDone(work, one, today);
    return row;
  });

/** Signs off: whoever signed up does while nothing is noted, and those who lead them. @throws Failure `not-allowed` */
export const archiveAttendance = (deps: Deps, actor: Actor, id: string, seen: number): Promise<AttendanceTable> =>
  deps.transact(actor, async (work) => {
    const row = await attendances.get(work.db, actor, id);
    const isOwn = row.person_id === actor.personId && row.state === 'signed-up';
    if (!isOwn && !leads(actor, row.person_id)) throw new Failure('not-allowed');
    return attendances.archive(work, id, seen);
  });
