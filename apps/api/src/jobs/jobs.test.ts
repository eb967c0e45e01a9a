import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { describeEachDialect, type OpenTestDatabase } from '../db/testing.ts';
import { leases, runs } from '../features/jobs/store.ts';
import { closeTestHouses, openTestHouse } from '../testing-house.ts';
import type { Job } from './job.ts';
import { runJob } from './run-job.ts';
import { type Clockwork, startJobs } from './start-jobs.ts';

const stopWith: Clockwork[] = [];
const never = '0 0 1 1 *';

/** A job that takes a moment and counts how often it ran. */
function slowJob(name = 'count-stamps') {
  const seen = { runs: 0 };
  const job: Job = {
    name,
    every: never,
    async run() {
      await wait(150);
      seen.runs += 1;
      return { stamps: 2 };
    },
  };
  return { job, seen };
}

/** A house, and the address of its database for further nodes. */
async function houseWithUrl(open: OpenTestDatabase) {
  let url = '';
  const house = await openTestHouse(async () => {
    const database = await open();
    url = database.url;
    return database;
  });
  return { house, url };
}

const until = async (isSo: () => Promise<boolean>) => {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isSo()) return true;
    await wait(50);
  }
  return false;
};

describeEachDialect('jobs', (open) => {
  afterEach(async () => {
    for (const clockwork of stopWith.splice(0)) await clockwork.stop();
    await closeTestHouses();
  });

  it('run once when two nodes are due at once, and again when they are due again', async () => {
    const { house, url } = await houseWithUrl(open);
    const { job, seen } = slowJob();
    const settings = { databaseUrl: url, jobs: [job], pollSeconds: 0.5 };
    const [one, other] = [await startJobs(house.deps, settings), await startJobs(house.deps, settings)];
    stopWith.push(one, other);
    await Promise.all([one.due(job.name), other.due(job.name)]);
    const ended = async () => (await runs.last(house.deps.db, house.orgId, job.name))?.outcome === 'done';
    expect(await until(ended)).toBe(true);
    await wait(900);
    expect(seen.runs).toBe(1);
    await one.due(job.name);
    expect(await until(async () => seen.runs === 2)).toBe(true);
    await expect(one.due('unheard-of')).rejects.toThrow('unheard-of');
  });

  it('are let finish when the house closes', async () => {
    const { house, url } = await houseWithUrl(open);
    const { job, seen } = slowJob();
    const clockwork = await startJobs(house.deps, { databaseUrl: url, jobs: [job], pollSeconds: 0.5 });
    const due = clockwork.due(job.name);
    const begun = async () => (await runs.last(house.deps.db, house.orgId, job.name)) !== undefined;
    expect(await until(begun)).toBe(true);
    await clockwork.stop();
    await due;
    expect(seen.runs).toBe(1);
    expect(await runs.last(house.deps.db, house.orgId, job.name)).toMatchObject({ outcome: 'done' });
  });

  it('are not begun while somebody holds them; a run that was cut off is told as such by the next one', async () => {
    const { deps, orgId, operator } = await openTestHouse(open);
    const { job } = slowJob();
    const both = await Promise.all([runJob(deps, job, orgId), runJob(deps, job, orgId)]);
    expect(both.filter((run) => run !== undefined)).toMatchObject([{ outcome: 'done', counts: '{"stamps":2}' }]);
    await deps.transact(operator, async (work) => {
      await leases.take(work, { name: job.name, holder: 'a node that died', until: '2026-03-16T08:59:59.000Z' });
      await runs.begin(work, { id: deps.newId(), name: job.name });
    });
    expect(await runJob(deps, job, orgId)).toMatchObject({ outcome: 'done' });
    const told = (await runs.latest(deps.db, orgId, 10)).map(({ outcome }) => outcome);
    expect(told).toEqual(['done', 'interrupted', 'done']);
  });

  it('that have nothing to do leave one line, that fail leave why, and are held no longer', async () => {
    const { deps, orgId } = await openTestHouse(open);
    const idle: Job = { name: 'idle', every: never, run: async () => ({ sent: 0 }) };
    const broken: Job = {
      name: 'broken',
      every: never,
      run: async () => {
        throw new Error('the well is dry');
      },
    };
    for (let times = 0; times < 3; times += 1) await runJob(deps, idle, orgId);
    for (let times = 0; times < 2; times += 1) await runJob(deps, broken, orgId);
    const told = await runs.latest(deps.db, orgId, 10);
    expect(told.map(({ name, outcome, error }) => [name, outcome, error])).toEqual([
      ['broken', 'failed', 'the well is dry'],
      ['broken', 'failed', 'the well is dry'],
      ['idle', 'idle', null],
    ]);
  });

  it('are seen and run by administrators, and for nobody else anything happens', async () => {
    const { vera, max, ann, deps, orgId } = await openTestHouse(open);
    const run = await vera.call('POST', '/api/v1/jobs/forget-runs/run');
    expect(run.body).toMatchObject({
      name: 'forget-runs',
      outcome: 'idle',
      counts: { forgotten: 0 },
      by: { name: 'Vera' },
    });
    const { items, runs: told } = (await vera.call('GET', '/api/v1/jobs')).body;
    expect(items).toMatchObject([
      { name: 'send-mail', every: '* * * * *', nextAt: '2026-03-16T09:01:00.000Z', lastRun: null },
      { name: 'deliver-webhooks' },
      { name: 'train-scores', nextAt: '2026-03-17T02:41:00.000Z', lastRun: null },
      { name: 'forget-runs', nextAt: '2026-03-17T03:17:00.000Z', lastRun: { id: run.body.id } },
      { name: 'hand-over' },
      { name: 'let-leavers-go' },
      { name: 'snapshot-pipeline', nextAt: '2026-03-22T20:30:00.000Z', lastRun: null },
      { name: 'review-tiers', nextAt: '2026-03-17T02:23:00.000Z', lastRun: null },
      { name: 'forget-deliveries' },
      { name: 'clear-files', every: '43 * * * *' },
      { name: 'remind-certificates' },
      { name: 'close-attempts' },
      { name: 'draft-reports', every: '47 4 * * *' },
      { name: 'sync-mailboxes' },
      { name: 'escalate-issues', every: '*/15 * * * *' },
      { name: 'open-churn-alerts' },
      { name: 'fill-tally' },
      { name: 'mail-overviews' },
      { name: 'watch-risks' },
    ]);
    expect(told).toEqual([run.body]);
    const refusals = [
      await max.call('GET', '/api/v1/jobs'),
      await ann.call('POST', '/api/v1/jobs/forget-runs/run'),
      await vera.call('POST', '/api/v1/jobs/unheard-of/run'),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual(['not-allowed', 'not-allowed', 'not-found']);
    expect(await runs.latest(deps.db, orgId, 10)).toHaveLength(1);
  });

  it('forget runs after a month', async () => {
    const { deps, orgId } = await openTestHouse(open);
    const { job } = slowJob();
    await runJob(deps, job, orgId);
    const { forgetRuns } = await import('../features/jobs/forget-runs.ts');
    const later = { ...deps, clock: { ...deps.clock, now: () => '2026-04-16T09:00:00.000Z' } };
    expect(await forgetRuns.run(later, orgId)).toEqual({ forgotten: 1 });
    expect(await runs.latest(deps.db, orgId, 10)).toEqual([]);
  });
});
