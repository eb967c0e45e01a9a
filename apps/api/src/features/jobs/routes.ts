import { createRoute, z } from '@hono/zod-openapi';
import { JobRunView, JobsView } from '@milepost/contract/jobs';
import type { Deps } from '../../deps.ts';
import { type App, json, onlyAdmins, refusals } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { allJobs } from '../../jobs/all-jobs.ts';
import { runJob } from '../../jobs/run-job.ts';
import { jobsView, runViews } from './views.ts';

export function jobRoutes(app: App, deps: Deps): void {
  app.use('/jobs', onlyAdmins);
  app.use('/jobs/*', onlyAdmins);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/jobs',
      tags: ['job'],
      summary: 'Work that happens later, and its last runs',
      responses: { 200: json(JobsView, 'Jobs and runs'), ...refusals },
    }),
    async (c) => c.json(await jobsView(deps.db, c.get('actor'), allJobs, deps.clock.now()), 200),
  );
  app.openapi(
    createRoute({
      method: 'post',
      path: '/jobs/{name}/run',
      tags: ['job'],
      summary: 'Run a job now',
      request: { params: z.object({ name: z.string().max(60) }) },
      responses: { 200: json(JobRunView, 'What became of it'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const job = allJobs.find(({ name }) => name === c.req.valid('param').name);
      if (!job) throw new Failure('not-found');
      const run = await runJob(deps, job, actor.orgId, actor.personId);
      if (!run) throw new Failure('job-running');
      return c.json((await runViews(deps.db, actor, [run]))[0] as JobRunView, 200);
    },
  );
}
