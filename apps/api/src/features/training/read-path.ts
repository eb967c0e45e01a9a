import type { ExplainedView } from '@milepost/contract/explain';
import type { LearningPathView, LearningPathWhyQuery, TeamPathsView } from '@milepost/contract/training/paths';
import { toIso } from '@milepost/core/calendar/civil-day';
import type { Why } from '@milepost/core/explain/why';
import { explainHours, explainSteps } from '@milepost/core/training/explain-path';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { CourseTable, EnrolmentTable } from '../../db/tables/training.ts';
import { Failure } from '../../http/failure.ts';
import { whoseGrowth } from '../skills/may-assess-store.ts';
import { activePeople, skills } from '../skills/store.ts';
import { type PathOfPerson, pathsOf } from './path-store.ts';
import { partsOf } from './store.ts';

type Courses = ReadonlyMap<string, CourseTable>;
const courseRef = (courses: Courses, id: string) => ({ id, name: courses.get(id)?.name ?? '' });
const dayOr = (day: number | null): string | null => (day === null ? null : toIso(day));

/** Courses that somebody took, each once, the last time counts: is it done? */
function stepsOf(taken: readonly EnrolmentTable[], courses: Courses) {
  const last = new Map(taken.map((row) => [row.course_id, row.completed_on !== null]));
  return [...last].map(([id, isDone]) => ({ ...courseRef(courses, id), isDone }));
}

/** The path of somebody: dates, slack, the chain that binds, and whether it is done in time. */
export async function readPath(
  db: Db,
  actor: Actor,
  day: string,
  { personId: asked }: { personId?: string | undefined },
): Promise<LearningPathView> {
  const person = await whoseGrowth(db, actor, asked);
  const { courses, of } = await pathsOf(db, actor, [person.id], day);
  const { path, plan, gaps, goalCourses, begun, taken } = of(person.id);
  const skillNames = new Map((await skills.all(db, actor.orgId)).map((row) => [row.id, row.name]));
  const skillRef = (id: string) => ({ id, name: skillNames.get(id) ?? '' });
  return {
    ...{ person, day, plan, against: gaps.against, hours: path.hours },
    mayPlan: reaches(actor, person.id),
    courses: path.courses.map(({ courseId, because, after, hours }) => ({
      course: courseRef(courses, courseId),
      because: because === 'asked' && goalCourses.has(courseId) && !begun.has(courseId) ? 'goal' : because,
      after: after.map((id) => courseRef(courses, id)),
      raises: raisedBy(courses.get(courseId)).map(({ skillId, level }) => ({ skill: skillRef(skillId), level })),
      hours,
      isBegun: begun.has(courseId),
    })),
    parts: path.parts.map(({ from, to, latest, ...part }) => ({
      ...part,
      ...{ from: toIso(from), to: toIso(to), latest: toIso(latest) },
    })),
    finish: dayOr(path.finish),
    chain: path.chain.map((id) => courseRef(courses, id)),
    ...{ verdict: path.verdict, hoursPerWeek: path.hoursPerWeek },
    uncovered: path.uncovered.map(({ skillId, gap }) => ({ skill: skillRef(skillId), gap })),
    blocked: path.blocked.map((id) => courseRef(courses, id)),
    awaiting: path.awaiting.map((id) => courseRef(courses, id)),
    progress: explainSteps(stepsOf(taken, courses))?.value ?? null,
  };
}

const raisedBy = (row: CourseTable | undefined) => (row ? partsOf(row).raises : []);

const whyHours = ({ path, begun }: PathOfPerson, courses: Courses): Why =>
  explainHours(
    path.courses.map(({ courseId }) => ({
      ...courseRef(courses, courseId),
      ...{ hours: courses.get(courseId)?.hours ?? 0, begun: begun.get(courseId) ?? null },
    })),
  );

/** How the hours of a path, or the progress with what was taken, come about. @throws Failure `not-found` where there is none */
export async function explainPath(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  { personId, figure }: LearningPathWhyQuery,
): Promise<ExplainedView> {
  const person = await whoseGrowth(db, actor, personId);
  const { courses, of } = await pathsOf(db, actor, [person.id], today);
  const found = of(person.id);
  const why = figure === 'hours' ? whyHours(found, courses) : explainSteps(stepsOf(found.taken, courses));
  if (why === null) throw new Failure('not-found');
  return { why, asOf: now };
}

/** The paths of everybody in reach side by side: how ready they are, how far, and who will not be done in time. */
export async function readTeamPaths(db: Db, actor: Actor, day: string): Promise<TeamPathsView> {
  const people = await activePeople(db, actor.orgId, actor.reach);
  const ids = people.map(({ id }) => id);
  const { courses, of } = await pathsOf(db, actor, ids, day);
  return {
    day,
    people: people.map((person) => {
      const { path, plan, gaps, taken } = of(person.id);
      return {
        person,
        ...{ against: gaps.against, readiness: gaps.readiness, plan },
        progress: explainSteps(stepsOf(taken, courses))?.value ?? null,
        ...{ hours: path.hours, finish: dayOr(path.finish), verdict: path.verdict, hoursPerWeek: path.hoursPerWeek },
        lateCount: taken.filter((row) => row.completed_on === null && row.due_on !== null && row.due_on < day).length,
      };
    }),
  };
}
