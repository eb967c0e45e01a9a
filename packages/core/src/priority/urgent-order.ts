import { fewestLate, type Job } from './fewest-late.ts';

/**
 * The order of urgent work: as many on time as possible, by deadline. What will be late in any case comes behind, except where it fits
 * in front without making one of the others late: a complaint that waits since yesterday need not wait for one that has until Friday.
 * `late` names those that cannot be on time, in order of deadline. Throws as `fewestLate` does.
 */
export function urgentOrder<J extends Job>(jobs: readonly J[]): { readonly order: J[]; readonly late: ReadonlySet<J> } {
  const { onTime, late } = fewestLate(jobs);
  let room = Number.POSITIVE_INFINITY;
  let spent = 0;
  for (const job of onTime) {
    spent += job.hours;
    room = Math.min(room, job.dueIn - spent);
  }
  const [ahead, behind]: [J[], J[]] = [[], []];
  for (const job of late) {
    const fits = job.hours <= room && behind.length === 0;
    (fits ? ahead : behind).push(job);
    if (fits) room -= job.hours;
  }
  return { order: [...ahead, ...onTime, ...behind], late: new Set(late) };
}
