import { byText, countedHours, type Task } from './task.ts';

/** A task with what its place in the lane rests on. */
export type Valued<T extends Task = Task> = {
  readonly task: T;
  readonly hours: number;
  /** Its own, or lent by another; null where nobody in the lane knows. */
  readonly dailyValue: number | null;
  /** The task whose value was lent, the lower median of its segment, or of all where the segment knows none. */
  readonly lentBy: string | null;
  /** Money per day of delay and hour of work. */
  readonly index: number;
};

/** Gives every task the value it is ordered by. Throws RangeError on hours or values that are no numbers, or negative. */
export function valued<T extends Task>(tasks: readonly T[]): Valued<T>[] {
  const known = tasks.filter(({ dailyValue }) => dailyValue !== null);
  for (const { id, dailyValue } of known)
    if (!(Number.isFinite(dailyValue) && (dailyValue as number) >= 0))
      throw new RangeError(`The task ${id} has ${dailyValue} at stake a day: 0 or more, or null.`);
  const needsLoan = known.length < tasks.length;
  const bySegment = needsLoan ? Map.groupBy(known, ({ segment }) => segment) : new Map<string | null, T[]>();
  const lenders = new Map([...bySegment].map(([segment, members]) => [segment, medianOf(members)]));
  const ofAll = needsLoan ? medianOf(known) : null;
  return tasks.map((task) => {
    const hours = countedHours(task.hours);
    const lender = task.dailyValue === null ? (lenders.get(task.segment) ?? ofAll) : null;
    const dailyValue = task.dailyValue ?? lender?.dailyValue ?? null;
    return { task, hours, dailyValue, lentBy: lender?.id ?? null, index: (dailyValue ?? 0) / hours };
  });
}

/** The lower median: one of the tasks, so that the loan has a source. */
function medianOf<T extends Task>(tasks: readonly T[]): T | null {
  const inOrder = tasks.toSorted((a, b) => (a.dailyValue as number) - (b.dailyValue as number) || byText(a.id, b.id));
  return inOrder[(inOrder.length - 1) >> 1] ?? null;
}

/**
 * Most money per hour first: with weights `w` and durations `p` the order by `w / p` has the least `Σ w·C` (Smith 1956). Ties: more
 * money a day, then the earlier deadline, then the lower id.
 */
export function byValuePerHour(a: Valued, b: Valued): number {
  return (
    b.index - a.index ||
    (b.dailyValue ?? 0) - (a.dailyValue ?? 0) ||
    byDue(a.task.due, b.task.due) ||
    byText(a.task.id, b.task.id)
  );
}

/** The earlier deadline first, none last. */
export function byDue(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : a - b;
}

/** `Σ w·C`: what it costs to do tasks one after the other in this order, `w` a day for as long as each waits (in days of work). */
export function costOfOrder(order: readonly { readonly weight: number; readonly duration: number }[]): number {
  let passed = 0;
  let cost = 0;
  for (const { weight, duration } of order) {
    passed += duration;
    cost += weight * passed;
  }
  return cost;
}
