import { Cron } from 'croner';
import { PgBoss } from 'pg-boss';
import type { Deps } from '../deps.ts';
import { allJobs } from './all-jobs.ts';
import type { Job } from './job.ts';
import { runEverywhere } from './run-job.ts';

/** The clockwork: runs jobs when their time comes. `due` says that the time of one has come now. */
export type Clockwork = { due(name: string): Promise<void>; stop(): Promise<void> };

type Settings = { databaseUrl: string; jobs?: readonly Job[]; pollSeconds?: number };

/** Starts the jobs of this node: on SQLite there is one, on PostgreSQL any number share them. */
export const startJobs = (deps: Deps, settings: Settings): Promise<Clockwork> =>
  deps.dialect.kind === 'postgres' ? shareJobs(deps, settings) : keepJobs(deps, settings);

const jobOf = (jobs: readonly Job[], name: string): Job => {
  const job = jobs.find((one) => one.name === name);
  if (!job) throw new RangeError(`There is no job "${name}".`);
  return job;
};

/** One node: its own clock, and a lease against a second process. */
async function keepJobs(deps: Deps, { jobs = allJobs }: Settings): Promise<Clockwork> {
  const running = new Set<Promise<void>>();
  const run = (job: Job): Promise<void> => {
    const done = runEverywhere(deps, job)
      .catch((error) => deps.log.error({ err: error, job: job.name }, 'a job could not run'))
      .finally(() => running.delete(done));
    running.add(done);
    return done;
  };
  const clocks = jobs.map(
    (job) => new Cron(job.every, { timezone: 'UTC', protect: true, unref: true }, () => run(job)),
  );
  return {
    due: async (name) => run(jobOf(jobs, name)),
    async stop() {
      for (const clock of clocks) clock.stop();
      await Promise.all(running);
    },
  };
}

const secondsToFinish = 10;

/** Many nodes: the database hands each occurrence to one of them. */
async function shareJobs(deps: Deps, { databaseUrl, jobs = allJobs, pollSeconds = 2 }: Settings): Promise<Clockwork> {
  const boss = new PgBoss({ connectionString: databaseUrl, schema: 'milepost_jobs', max: 3 });
  boss.on('error', (error) => deps.log.error({ err: error }, 'the clockwork of the jobs'));
  await boss.start();
  for (const job of jobs) {
    // What is missed comes round again, so a run that failed is not tried twice; `exclusive` keeps one occurrence at a time.
    await boss.createQueue(job.name, { policy: 'exclusive', retryLimit: 0 });
    await boss.schedule(job.name, job.every, null, { tz: 'UTC' });
    await boss.work(job.name, { pollingIntervalSeconds: pollSeconds }, () => runEverywhere(deps, job));
  }
  return {
    async due(name) {
      await boss.send(jobOf(jobs, name).name);
    },
    stop: () => boss.stop({ graceful: true, timeout: secondsToFinish * 1000 }),
  };
}
