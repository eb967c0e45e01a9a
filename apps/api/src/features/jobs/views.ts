import type { JobRunView, JobsView } from '@milepost/contract/jobs';
import { Cron } from 'croner';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { JobRunTable } from '../../db/tables/jobs.ts';
import type { Job } from '../../jobs/job.ts';
import { runs } from './store.ts';

const shownRuns = 50;

export async function runViews(db: Db, actor: Actor, rows: readonly JobRunTable[]): Promise<JobRunView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    outcome: row.outcome,
    counts: fromJson<Record<string, number>>(row.counts),
    error: row.error,
    by: nameOf(names.person, row.person_id),
  }));
}

export async function jobsView(db: Db, actor: Actor, jobs: readonly Job[], now: string): Promise<JobsView> {
  const last = await Promise.all(jobs.map(({ name }) => runs.last(db, actor.orgId, name)));
  const [lastViews, latest] = await Promise.all([
    runViews(
      db,
      actor,
      last.filter((run) => run !== undefined),
    ),
    runs.latest(db, actor.orgId, shownRuns),
  ]);
  return {
    items: jobs.map(({ name, every }) => ({
      name,
      every,
      nextAt: new Cron(every, { timezone: 'UTC', paused: true }).nextRun(new Date(now))?.toISOString() ?? null,
      lastRun: lastViews.find((run) => run.name === name) ?? null,
    })),
    runs: await runViews(db, actor, latest),
  };
}
