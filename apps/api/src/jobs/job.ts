import type { Deps } from '../deps.ts';

/** What a run did, counted by word: `{ sent: 3, delayed: 1 }`. Nothing counted above zero was nothing to do. */
export type JobCounts = Readonly<Record<string, number>>;

/**
 * Work that happens later: an idempotent function of the state, so that running it once more, or again after it was cut off,
 * does no harm. It runs for one organisation at a time.
 */
export type Job = {
  name: string;
  /** When, in the writing of cron, in UTC. */
  every: string;
  run(deps: Deps, orgId: string): Promise<JobCounts>;
};
