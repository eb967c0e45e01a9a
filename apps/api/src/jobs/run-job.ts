import { operatorOf } from '../auth/session.ts';
import type { JobRunTable } from '../db/tables/jobs.ts';
import type { Deps } from '../deps.ts';
import { leases, runs } from '../features/jobs/store.ts';
import { organisations } from '../features/organisation/store.ts';
import type { Job, JobCounts } from './job.ts';

/** Longer than any run takes: who holds a job for longer has died. */
const leaseMinutes = 30;
const later = (iso: string, minutes: number) => new Date(Date.parse(iso) + minutes * 60_000).toISOString();
const longestError = 500;

/**
 * Runs a job for one organisation and keeps what became of it. Undefined when somebody else is at it: two nodes at once run a
 * job once.
 * @param personId who asks for it; null when its time has come
 */
export async function runJob(
  deps: Deps,
  job: Job,
  orgId: string,
  personId: string | null = null,
): Promise<JobRunTable | undefined> {
  const actor = { ...operatorOf(await organisations.get(deps.db, orgId)), personId };
  const id = deps.newId();
  const started = await deps.transact(actor, async (work) => {
    if (!(await leases.take(work, { name: job.name, holder: id, until: later(work.at, leaseMinutes) })))
      return undefined;
    return runs.begin(work, { id, name: job.name });
  });
  if (!started) return undefined;
  const ended = await outcomeOf(deps, job, orgId);
  return deps.transact(actor, async (work) => {
    await leases.leave(work, { name: job.name, holder: id });
    // Every minute without work would leave a line: of those only the last is kept, and who asked gets an answer.
    if (ended.outcome === 'idle' && personId === null) await runs.forgetIdle(work, job.name);
    return runs.end(work, started, ended);
  });
}

async function outcomeOf(
  deps: Deps,
  job: Job,
  orgId: string,
): Promise<{ outcome: 'done' | 'idle' | 'failed'; counts: JobCounts; error: string | null }> {
  try {
    const counts = await job.run(deps, orgId);
    const outcome = Object.values(counts).some((count) => count > 0) ? 'done' : 'idle';
    return { outcome, counts, error: null };
  } catch (error) {
    deps.log.error({ err: error, job: job.name }, 'a job failed');
    const said = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', counts: {}, error: said.slice(0, longestError) };
  }
}

/** Runs a job for every organisation of this database, one after the other. */
export async function runEverywhere(deps: Deps, job: Job): Promise<void> {
  for (const { view } of await organisations.all(deps.db)) await runJob(deps, job, view.id);
}
