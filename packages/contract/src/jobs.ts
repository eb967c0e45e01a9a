import * as z from 'zod';
import { Id, Instant, orNull, PersonRef } from './scalars.ts';

/**
 * What became of a run: something was `done`, there was nothing to do (`idle`), it `failed`, or its node ended before it did
 * (`interrupted`).
 */
export const jobOutcomes = ['running', 'done', 'idle', 'failed', 'interrupted'] as const;

export const JobRunView = z.object({
  id: Id,
  name: z.string(),
  startedAt: Instant,
  endedAt: orNull(Instant),
  outcome: z.enum(jobOutcomes),
  /** What was done, counted: `{"sent": 3}`. */
  counts: z.record(z.string(), z.int()),
  /** Of a failed run, as the failure said it. */
  error: orNull(z.string()),
  /** Who asked for it; null when its time had come. */
  by: orNull(PersonRef),
});
export type JobRunView = z.infer<typeof JobRunView>;

export const JobView = z.object({
  name: z.string(),
  /** When it runs, in the writing of cron, in UTC. */
  every: z.string(),
  nextAt: orNull(Instant),
  lastRun: orNull(JobRunView),
});
export type JobView = z.infer<typeof JobView>;

/** The jobs, and their last runs, newest first. Of runs that had nothing to do only the last one is kept. */
export const JobsView = z.object({ items: z.array(JobView), runs: z.array(JobRunView) });
export type JobsView = z.infer<typeof JobsView>;
