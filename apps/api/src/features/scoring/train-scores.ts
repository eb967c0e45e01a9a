import { scoringSubjects } from '@milepost/contract/scoring';
import { operatorOf } from '../../auth/session.ts';
import type { Job } from '../../jobs/job.ts';
import { organisations } from '../organisation/store.ts';
import { trainWhenDue } from './train-model.ts';

/** Learns anew every night what has ended since. */
export const trainScores: Job = {
  name: 'train-scores',
  every: '41 2 * * *',
  async run(deps, orgId) {
    const actor = operatorOf(await organisations.get(deps.db, orgId));
    let trained = 0;
    for (const subject of scoringSubjects) if (await trainWhenDue(deps, actor, subject)) trained += 1;
    return { trained };
  },
};
