import { type Course, chooseCourses } from '@milepost/core/training/choose-courses';
import { schedulePath } from '@milepost/core/training/schedule';
import type { Figure } from './figure.ts';

/** A catalogue in which every course raises a skill and every third needs one of two others. */
function catalogueOf(count: number): Course[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `course ${String(at).padStart(4, '0')}`,
    hours: 1 + ((at * 7) % 9),
    after: at % 3 === 0 && at > 8 ? [[at - 3, at - 7].map((one) => `course ${String(one).padStart(4, '0')}`)] : [],
    raises: [{ skillId: `skill ${at % 30}`, level: 1 + ((at * 11) % 5) }],
  }));
}

/**
 * The path of everybody: which courses close eight gaps, and when they are taken. The floor is one look at every course for everybody.
 */
export function pathFigures(people: number, courses: number): Figure[] {
  const catalogue = catalogueOf(courses);
  const looked = performance.now();
  let hours = 0;
  for (let person = 0; person < people; person += 1) for (const course of catalogue) hours += course.hours;
  const floor = performance.now() - looked;
  const started = performance.now();
  for (let person = 0; person < people; person += 1) {
    const wanted = Array.from({ length: 8 }, (_, at) => ({
      skillId: `skill ${(person * 3 + at * 5) % 30}`,
      weight: 1 + (at % 3),
      level: (person + at) % 2,
      required: 4,
    }));
    const { courseIds } = chooseCourses(wanted, catalogue);
    const chosen = new Set(courseIds);
    const steps = catalogue
      .filter(({ id }) => chosen.has(id))
      .map(({ id, hours: own, after }) => ({ id, hours: own, after: after.flat().filter((one) => chosen.has(one)) }));
    const made = schedulePath(steps, { start: 20_500, hoursPerWeek: 2 });
    if (made.status !== 'ok' || hours === 0) throw new Error('A path was not placed.');
  }
  return [
    { name: `paths of ${people} people × ${courses} courses`, value: performance.now() - started, unit: 'ms', floor },
  ];
}
