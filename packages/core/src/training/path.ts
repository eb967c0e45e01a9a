import type { Day } from '../calendar/civil-day.ts';
import { type Course, chooseCourses, type Wanted } from './choose-courses.ts';
import { type Feasibility, feasibleBy } from './feasible.ts';
import { hoursLeft, type Progress } from './progress.ts';
import { type LearningTime, type PathStep, schedulePath } from './schedule.ts';
import { shortestWays, wayTo } from './ways.ts';

/** A course as a path sees it; `live` is its session, with the days on which it is held from now on. */
export type PathCourse = Course & { readonly live: { readonly hours: number; readonly days: readonly Day[] } | null };

export type PathFacts = {
  readonly wanted: readonly Wanted[];
  readonly courses: readonly PathCourse[];
  /** Courses that are done, or count as done. */
  readonly done: ReadonlySet<string>;
  /** Courses that are taken whatever the gaps: begun, assigned, or needed for a certificate that is a goal. */
  readonly asked: ReadonlySet<string>;
  readonly begun: ReadonlyMap<string, Progress>;
  readonly due: Day;
  readonly time: LearningTime;
};

/** What of a course comes when: what one learns alone, or the live session. */
export type PathPart = {
  readonly courseId: string;
  readonly isLive: boolean;
  readonly hours: number;
  readonly from: Day;
  readonly to: Day;
  readonly slackDays: number;
  /** Is it in the chain that decides the end? */
  readonly isBinding: boolean;
  /** By when it has to be done for the whole to be done by the day that is wanted. */
  readonly latest: Day;
};

export type Path = {
  /** Every course of the path, in the order of their names in the alphabet of ids; why it is in, and after which others. */
  readonly courses: readonly {
    readonly courseId: string;
    readonly because: 'asked' | 'gap' | 'needed';
    readonly after: readonly string[];
    readonly hours: number;
  }[];
  readonly hours: number;
  /** Nothing when it cannot be placed; without the sessions that cannot be reached. */
  readonly parts: readonly PathPart[];
  readonly finish: Day | null;
  readonly chain: readonly string[];
  readonly verdict: Feasibility['status'];
  /** The least hours a week that would do, where those there are do not; null where none would. */
  readonly hoursPerWeek: number | null;
  readonly uncovered: readonly { readonly skillId: string; readonly gap: number }[];
  /** Nobody can take these: what they need first is missing, or needs them. */
  readonly blocked: readonly string[];
  /** Courses whose session has no day yet, or none that can be reached within the hours. */
  readonly awaiting: readonly string[];
};

const live = '/live';
const liveOf = (id: string): string => `${id}${live}`;

/** Which courses, each after which others: those that are asked for with their ways, then what closes the rest of the gaps. */
function coursesOf({ wanted, courses, done, asked }: PathFacts) {
  const ways = shortestWays(courses, done);
  const begun = new Set([...asked].filter((id) => ways.has(id)).flatMap((id) => [...wayTo(id, ways)]));
  const learned = courses.filter(({ id }) => done.has(id) || begun.has(id)).flatMap(({ raises }) => raises);
  const rest = wanted.map((one) => ({
    ...one,
    level: learned.reduce(
      (top, { skillId, level }) => (skillId === one.skillId ? Math.max(top, level) : top),
      one.level,
    ),
  }));
  const taken = new Set([...done, ...begun]);
  const choice = chooseCourses(rest, courses, taken);
  const further = shortestWays(courses, taken);
  const gapSkills = new Set(rest.filter(({ level, required }) => required > level).map(({ skillId }) => skillId));
  const byId = new Map(courses.map((one) => [one.id, one]));
  /** What a chosen course needs of those that are asked for stands before it too. */
  const afterOf = (id: string): string[] => {
    if (begun.has(id)) return [...(ways.get(id) ?? [])];
    const own = further.get(id) ?? [];
    const met = (byId.get(id)?.after ?? []).flatMap((some) =>
      some.some((one) => done.has(one) || own.includes(one)) ? [] : (some.find((one) => begun.has(one)) ?? []),
    );
    return [...own, ...met];
  };
  const chosen = [...new Set([...begun, ...choice.courseIds])].sort().map((courseId) => ({
    courseId,
    because: asked.has(courseId)
      ? ('asked' as const)
      : byId.get(courseId)?.raises.some(({ skillId }) => gapSkills.has(skillId))
        ? ('gap' as const)
        : ('needed' as const),
    after: [...new Set(afterOf(courseId))].sort(),
  }));
  const blocked = [...choice.blocked, ...[...asked].filter((id) => byId.has(id) && !done.has(id) && !ways.has(id))];
  return { chosen, byId, uncovered: choice.uncovered, blocked: [...new Set(blocked)].sort() };
}

/**
 * A personal path: the courses that close the gaps with everything they need first, beside those that are asked for, placed within the
 * weekly hours, with the chain that binds, and the hours that would do where those there are do not (rules, training path).
 * @throws RangeError as `chooseCourses` and `schedulePath`
 */
export function pathOf(facts: PathFacts): Path {
  const { begun, due, time } = facts;
  const { chosen, byId, uncovered, blocked } = coursesOf(facts);
  const hoursOf = (id: string): number => {
    const progress = begun.get(id);
    const whole = byId.get(id)?.hours ?? 0;
    return progress ? hoursLeft(whole, progress) : whole;
  };
  const upcoming = (id: string): { hours: number; days: readonly Day[] } | null => {
    const held = byId.get(id)?.live ?? null;
    const days = (held?.days ?? []).filter((day) => day >= time.start).toSorted((a, b) => a - b);
    return held && days.length > 0 ? { hours: Math.min(held.hours, hoursOf(id)), days } : null;
  };
  const endOf = (id: string): string => (upcoming(id) ? liveOf(id) : id);
  const steps = chosen.flatMap(({ courseId, after }): PathStep[] => {
    const session = upcoming(courseId);
    const alone = { id: courseId, hours: hoursOf(courseId) - (session?.hours ?? 0), after: after.map(endOf) };
    return session
      ? [alone, { id: liveOf(courseId), hours: session.hours, after: [courseId], sessions: session.days }]
      : [alone];
  });
  const whole = schedulePath(steps, time);
  // Sessions that cannot be reached within the hours do not keep the rest from having its days.
  const missed = new Set(whole.status === 'never' ? whole.steps.filter((id) => id.endsWith(live)) : []);
  const placed =
    missed.size === 0
      ? whole
      : schedulePath(
          steps.flatMap((step) =>
            missed.has(step.id)
              ? []
              : [{ ...step, after: step.after.map((id) => (missed.has(id) ? id.slice(0, -live.length) : id)) }],
          ),
          time,
        );
  const feasible = feasibleBy(steps, time, due);
  const hoursById = new Map(steps.map(({ id, hours }) => [id, hours]));
  const parts =
    placed.status === 'ok'
      ? placed.steps.flatMap(({ id, from, to, slackDays }): PathPart[] => {
          const hours = hoursById.get(id) ?? 0;
          // A course of which only the session is left has no part of its own.
          if (hours === 0 && hoursById.has(liveOf(id))) return [];
          const isLive = id.endsWith(live);
          return [
            {
              ...{ courseId: isLive ? id.slice(0, -live.length) : id, isLive, hours, from, to, slackDays },
              isBinding: placed.chain.includes(id),
              latest: Math.min(due, to + slackDays + due - placed.finish),
            },
          ];
        })
      : [];
  return {
    courses: chosen.map((one) => ({ ...one, hours: hoursOf(one.courseId) })),
    hours: chosen.reduce((sum, { courseId }) => sum + hoursOf(courseId), 0),
    parts: parts.toSorted((a, b) => a.from - b.from || a.to - b.to),
    finish: placed.status === 'ok' && missed.size === 0 ? placed.finish : null,
    chain: placed.status === 'ok' ? [...new Set(placed.chain.map((id) => id.replace(/\/live$/, '')))] : [],
    verdict: feasible.status,
    hoursPerWeek: feasible.status === 'late' ? feasible.hoursPerWeek : null,
    ...{ uncovered, blocked },
    awaiting: chosen.flatMap(({ courseId }) =>
      missed.has(liveOf(courseId)) || ((byId.get(courseId)?.live ?? null) !== null && !upcoming(courseId))
        ? [courseId]
        : [],
    ),
  };
}
