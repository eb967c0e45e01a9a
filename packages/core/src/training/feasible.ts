import type { Day } from '../calendar/civil-day.ts';
import { type LearningTime, type PathStep, type Schedule, schedulePath } from './schedule.ts';

export type Feasibility =
  | { readonly status: 'ok'; readonly finish: Day }
  /** `hoursPerWeek`: the least that would do, in tenths of an hour; null where no hours would, because of sessions. */
  | { readonly status: 'late'; readonly finish: Day | null; readonly hoursPerWeek: number | null }
  | { readonly status: 'cycle'; readonly cycle: readonly string[] };

/**
 * Is a path done by a day, and if not, how many hours a week would do? Found by halving between what there is and 40 hours, in tenths.
 * @throws RangeError as `schedulePath`
 */
export function feasibleBy(steps: readonly PathStep[], time: LearningTime, due: Day): Feasibility {
  const finishAt = (hoursPerWeek: number): Schedule => schedulePath(steps, { ...time, hoursPerWeek });
  const made = schedulePath(steps, time);
  if (made.status === 'cycle') return made;
  if (made.status === 'ok' && made.finish <= due) return { status: 'ok', finish: made.finish };
  const isDone = (tenths: number): boolean => {
    const tried = finishAt(tenths / 10);
    return tried.status === 'ok' && tried.finish <= due;
  };
  let [low, high] = [Math.floor(time.hoursPerWeek * 10), 400];
  const finish = made.status === 'ok' ? made.finish : null;
  if (!isDone(high)) return { status: 'late', finish, hoursPerWeek: null };
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (isDone(middle)) high = middle;
    else low = middle;
  }
  return { status: 'late', finish, hoursPerWeek: high / 10 };
}
