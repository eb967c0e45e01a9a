import { byText } from './task.ts';

/** A piece of work: what it takes, and in how many hours from now it has to be done (`Infinity`: whenever). */
export type Job = { readonly id: string; readonly hours: number; readonly dueIn: number };

/**
 * Which jobs to keep so that as few as possible are late, when they are done one after the other: in order of their deadlines, and
 * whenever one would be late the longest so far is given up (Moore 1968, Hodgson). `onTime` is in the order in which to do them,
 * `late` in order of deadline: these are the ones to delegate. Ties: earlier deadline, then shorter, then lower id; of equally long
 * ones the one with the higher id is given up. O(n log n).
 *
 * Throws RangeError unless hours are positive and finite and deadlines are numbers.
 */
export function fewestLate<J extends Job>(jobs: readonly J[]): { readonly onTime: J[]; readonly late: J[] } {
  for (const { id, hours, dueIn } of jobs)
    if (!(hours > 0 && Number.isFinite(hours)) || Number.isNaN(dueIn))
      throw new RangeError(`The job ${id} needs hours above 0 and a deadline; got ${hours} and ${dueIn}.`);
  const inOrder = jobs.toSorted(byDeadline);
  const kept: J[] = [];
  const late = new Set<J>();
  let spent = 0;
  for (const job of inOrder) {
    push(kept, job);
    spent += job.hours;
    if (spent <= job.dueIn) continue;
    const longest = pop(kept);
    spent -= longest.hours;
    late.add(longest);
  }
  return { onTime: inOrder.filter((job) => !late.has(job)), late: inOrder.filter((job) => late.has(job)) };
}

/** Earliest deadline first; equal ones the shorter, then the lower id. */
export const byDeadline = (a: Job, b: Job): number => {
  // Two that are due whenever: the difference of infinities is no number.
  if (a.dueIn !== b.dueIn) return a.dueIn < b.dueIn ? -1 : 1;
  return a.hours - b.hours || byText(a.id, b.id);
};

const isLonger = (a: Job, b: Job): boolean => (a.hours === b.hours ? a.id > b.id : a.hours > b.hours);

/** Puts a job into a heap whose first is the longest. */
function push<J extends Job>(heap: J[], job: J): void {
  let at = heap.push(job) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isLonger(heap[at] as J, heap[above] as J)) return;
    swap(heap, at, above);
    at = above;
  }
}

/** Takes the longest out of the heap. */
function pop<J extends Job>(heap: J[]): J {
  const longest = heap[0] as J;
  const last = heap.pop() as J;
  if (heap.length === 0) return longest;
  heap[0] = last;
  for (let at = 0; ; ) {
    let longer = at;
    for (const below of [2 * at + 1, 2 * at + 2])
      if (below < heap.length && isLonger(heap[below] as J, heap[longer] as J)) longer = below;
    if (longer === at) return longest;
    swap(heap, at, longer);
    at = longer;
  }
}

function swap<J>(heap: J[], one: number, other: number): void {
  const job = heap[one] as J;
  heap[one] = heap[other] as J;
  heap[other] = job;
}
