import { derive, record, stored } from '../explain/derive.ts';
import type { Why } from '../explain/why.ts';
import type { Progress } from './progress.ts';

type HoursOfCourse = {
  readonly id: string;
  readonly name: string;
  readonly hours: number;
  readonly begun: Progress | null;
};

/** How the hours of a path come about: those of each course, of one that is under way for the parts that are left. */
export const explainHours = (courses: readonly HoursOfCourse[]): Why =>
  derive(
    'sum',
    { rule: 'training.hours', unit: 'hours' },
    courses.map(({ id, name, hours, begun }) => {
      const whole = record('course', id, hours, 'hours', name);
      if (!begun || begun.parts === 0) return whole;
      const parts = stored('enrolment', 'parts', begun.parts, 'count', name);
      const done = stored('enrolment', 'done', begun.done, 'count', name);
      return derive('product', { rule: 'training.hours-left', unit: 'hours', label: name }, [
        whole,
        derive('quotient', { rule: 'training.share-left', unit: 'ratio', label: name }, [
          derive('difference', { rule: 'training.parts-left', unit: 'count', label: name }, [parts, done]),
          parts,
        ]),
      ]);
    }),
  );

/** How far somebody is with the courses that were asked of them: courses done ÷ courses. Null where there is none. */
export function explainSteps(
  courses: readonly { readonly id: string; readonly name: string; readonly isDone: boolean }[],
): Why | null {
  if (courses.length === 0) return null;
  const counted = (some: typeof courses, rule: string) =>
    derive(
      'count',
      { rule, unit: 'count' },
      some.map(({ id, name }) => record('course', id, 1, 'count', name)),
    );
  return derive('quotient', { rule: 'training.steps', unit: 'ratio' }, [
    counted(
      courses.filter(({ isDone }) => isDone),
      'training.steps-done',
    ),
    counted(courses, 'training.steps-all'),
  ]);
}
