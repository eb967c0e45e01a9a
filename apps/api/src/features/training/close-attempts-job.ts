import { operatorOf } from '../../auth/session.ts';
import type { Job } from '../../jobs/job.ts';
import { organisations } from '../organisation/store.ts';
import { closeOverdueAttempts } from './take-quiz.ts';

/** Closes attempts at quizzes whose time is over, every minute. */
export const closeAttemptsJob: Job = {
  name: 'close-attempts',
  every: '* * * * *',
  run: async (deps, orgId) => closeOverdueAttempts(deps, operatorOf(await organisations.get(deps.db, orgId))),
};
