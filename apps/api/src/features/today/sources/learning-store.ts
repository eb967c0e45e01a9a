import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { pathsOf } from '../../training/path-store.ts';
import { plainItem, type TodayItem, type TodaySource } from '../source.ts';

/** A step of a personal path arrives so many days before it begins. */
const daysAhead = 3;
/** More than this nobody learns in one go. */
const mostHours = 2;

/** What one's learning path brings now: the steps that have begun or are about to, until they are done. */
export const learningSource: TodaySource = {
  name: 'learning',

  async items(db, actor, { personId, day }): Promise<TodayItem[]> {
    const { courses, of } = await pathsOf(db, actor, [personId], day);
    const { path } = of(personId);
    const soon = toDay(day) + daysAhead;
    const due = new Map<string, (typeof path.parts)[number]>();
    for (const part of path.parts)
      if (part.from <= soon && part.hours > 0 && !due.has(part.courseId)) due.set(part.courseId, part);
    return [...due.values()].flatMap((part): TodayItem[] => {
      const course = courses.get(part.courseId);
      return course
        ? [
            {
              ...plainItem,
              ...{ source: 'learning', id: course.id, version: course.version, lane: 'strategic', name: course.name },
              // A session has its day; what one learns alone has to be done in time for the whole.
              plannedOn: part.isLive ? toIso(part.from) : null,
              dueOn: toIso(part.isLive ? part.from : part.latest),
              ...{ usualHours: Math.min(mostHours, part.hours), ofId: personId, deeds: ['snooze'] },
            },
          ]
        : [];
    });
  },
};
