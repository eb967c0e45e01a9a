import type { Day } from '../calendar/civil-day.ts';
import { strategicServed } from './strategic-share.ts';
import { countedHours, type Lane, lanes, type Task } from './task.ts';
import { urgentOrder } from './urgent-order.ts';
import { byDue, byValuePerHour, type Valued, valued } from './value-order.ts';

/** Why a task stands where it stands. */
export type PlaceReason =
  | 'on-time'
  | 'late-anyway'
  | 'strategic-due'
  | 'value-per-hour'
  | 'strategic-waiting'
  | 'blocked';

/** A task in the order of the day. */
export type Ranked = {
  readonly id: string;
  readonly lane: Lane;
  /** From 0, over all lanes. */
  readonly place: number;
  readonly reason: PlaceReason;
  /** What it takes, as it counts. */
  readonly hours: number;
  readonly due: Day | null;
  /** What a day of delay costs, minor units; null where nobody knows. */
  readonly delayCost: number | null;
  /** The task whose value was lent to it, if its own is unknown. */
  readonly lentBy: string | null;
  /** `delayCost` per hour. */
  readonly index: number;
  /** Days since the deadline; 0 on the day itself and before. */
  readonly lateDays: number;
  /** Everything before it and it itself fit into the hours of today. */
  readonly fitsToday: boolean;
};

/** What the order needs to know about the person's time. */
export type Hours = {
  readonly today: Day;
  /** Hours of work: what is left of today first, then day by day. Deadlines beyond the last are not pressing. */
  readonly byDay: readonly number[];
  /** Hours that strategic work has coming: see `strategicDeficit`. */
  readonly strategicDeficit: number;
};

/**
 * One order of everything there is to do: urgent work by deadline, fewest late; strategic work as far as its share of the week covers it;
 * then by value per hour; then the strategic work that waits. Blocked tasks stand at the end of their part. The same tasks give the same
 * order however they are handed over. O(n log n).
 *
 * Throws RangeError on hours or values that are no numbers, or negative, and on two tasks with one id.
 */
export function prioritise(tasks: readonly Task[], hours: Hours): Ranked[] {
  const ids = new Set(tasks.map(({ id }) => id));
  if (ids.size < tasks.length) throw new RangeError('Two tasks have the same id.');
  const isBlocked = ({ blockedBy }: Task): boolean => blockedBy !== null && ids.has(blockedBy);
  // Values are lent within a lane: what a deal loses in a day says nothing about a course.
  const all = lanes.flatMap((lane) => valued(tasks.filter((task) => task.lane === lane)));
  const of = (lane: Lane) => all.filter(({ task }) => task.lane === lane && !isBlocked(task));
  const held = (lane: Lane) =>
    place(all.filter(({ task }) => task.lane === lane && isBlocked(task)).sort(byValuePerHour), 'blocked');

  const dueIn = hoursUntil(hours);
  const urgent = urgentOrder(
    of('urgent').map((one) => ({ id: one.task.id, hours: one.hours, dueIn: dueIn(one.task.due), one })),
  );
  const strategic = of('strategic').sort((a, b) => byDue(a.task.due, b.task.due) || byValuePerHour(a, b));
  const { count } = strategicServed(
    strategic.map((one) => one.hours),
    hours.strategicDeficit,
  );
  const placed: Placed[] = [
    ...urgent.order.map((job): Placed => ({ one: job.one, reason: urgent.late.has(job) ? 'late-anyway' : 'on-time' })),
    ...held('urgent'),
    ...place(strategic.slice(0, count), 'strategic-due'),
    ...place(of('value').sort(byValuePerHour), 'value-per-hour'),
    ...held('value'),
    ...place(strategic.slice(count), 'strategic-waiting'),
    ...held('strategic'),
  ];
  let spent = 0;
  const left = hours.byDay[0] ?? 0;
  return placed.map(({ one, reason }, index): Ranked => {
    spent += one.hours;
    return {
      id: one.task.id,
      lane: one.task.lane,
      place: index,
      reason,
      hours: one.hours,
      due: one.task.due,
      delayCost: one.dailyValue,
      lentBy: one.lentBy,
      index: one.index,
      lateDays: one.task.due === null ? 0 : Math.max(0, hours.today - one.task.due),
      fitsToday: spent <= left + 1e-9,
    };
  });
}

type Placed = { readonly one: Valued; readonly reason: PlaceReason };
const place = (some: readonly Valued[], reason: PlaceReason): Placed[] => some.map((one) => ({ one, reason }));

/** How many hours of work there are until the end of a day. */
function hoursUntil({ today, byDay }: Hours): (due: Day | null) => number {
  let sum = 0;
  const upTo = byDay.map((hours) => {
    sum += hours === 0 ? 0 : countedHours(hours);
    return sum;
  });
  return (due) => {
    if (due === null || due - today >= upTo.length) return Number.POSITIVE_INFINITY;
    return due < today ? 0 : (upTo[due - today] as number);
  };
}
