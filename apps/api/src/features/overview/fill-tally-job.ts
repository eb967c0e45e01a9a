import { operatorOf } from '../../auth/session.ts';
import { areReceivablesTallied, retallyInvoices } from '../../db/receivable-tally-store.ts';
import type { Job } from '../../jobs/job.ts';
import { organisations } from '../organisation/store.ts';
import { customerTally } from './customer-tally-store.ts';

/** Reckons what customers add to the tally where that was never done, and sums of receivables that do not agree with their parts. */
export const fillTally: Job = {
  name: 'fill-tally',
  every: '11 2 * * *',
  run: async (deps, orgId) => {
    const actor = operatorOf(await organisations.get(deps.db, orgId));
    return deps.transact(actor, async (work) => ({
      filled: (await customerTally.isMissing(work)) ? await customerTally.followAll(work) : 0,
      invoices: (await areReceivablesTallied(work.db, orgId)) ? 0 : await retallyInvoices(work),
    }));
  },
};
