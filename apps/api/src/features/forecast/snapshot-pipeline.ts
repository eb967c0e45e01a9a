import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { operatorOf } from '../../auth/session.ts';
import type { Job } from '../../jobs/job.ts';
import { organisations } from '../organisation/store.ts';
import { snapshots } from './snapshot-store.ts';

/** What was closed longer ago stood closed in the snapshot before, too. */
const closedDays = 35;

/** The pipeline is written down at the end of each week, so that its movement can be told. */
export const snapshotPipeline: Job = {
  name: 'snapshot-pipeline',
  // Sunday evening in UTC: the week is over or nearly so from Auckland to Honolulu.
  every: '30 20 * * 0',
  async run(deps, orgId) {
    const actor = operatorOf(await organisations.get(deps.db, orgId));
    const day = deps.clock.today(actor.organisation.timeZone);
    const closedSince = toIso(toDay(day) - closedDays);
    return { deals: await deps.transact(actor, (work) => snapshots.take(work, { day, closedSince })) };
  },
};
