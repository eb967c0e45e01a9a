import { operatorOf } from '../../auth/session.ts';
import type { Job } from '../../jobs/job.ts';
import { organisations } from '../organisation/store.ts';
import { runs } from './store.ts';

const keptDays = 30;

/** Runs of jobs are kept for a month. */
export const forgetRuns: Job = {
  name: 'forget-runs',
  every: '17 3 * * *',
  async run(deps, orgId) {
    const before = new Date(Date.parse(deps.clock.now()) - keptDays * 86_400_000).toISOString();
    const actor = operatorOf(await organisations.get(deps.db, orgId));
    return { forgotten: await deps.transact(actor, (work) => runs.forgetBefore(work, before)) };
  },
};
