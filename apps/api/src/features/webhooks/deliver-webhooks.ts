import { operatorOf } from '../../auth/session.ts';
import type { Job } from '../../jobs/job.ts';
import { organisations } from '../organisation/store.ts';
import { type DeliveryOutcome, deliver } from './deliver.ts';
import { deliveries } from './delivery-store.ts';

const atOnce = 500;

/** Delivers what is due: those of one webhook one after the other, so that one which is slow keeps nobody else waiting. */
export const deliverWebhooks: Job = {
  name: 'deliver-webhooks',
  every: '* * * * *',
  async run(deps, orgId) {
    const counts: Record<DeliveryOutcome, number> = { delivered: 0, delayed: 0, failed: 0 };
    const actor = operatorOf(await organisations.get(deps.db, orgId));
    const due = await deliveries.due(deps.db, orgId, deps.clock.now(), atOnce);
    await Promise.all(
      [...Map.groupBy(due, ({ webhook_id }) => webhook_id).values()].map(async (some) => {
        for (const { id } of some) {
          const outcome = await deliver(deps, actor, id);
          if (outcome) counts[outcome] += 1;
          // Whoever does not answer now is not asked five hundred times in a row.
          if (outcome === 'delayed' || outcome === 'failed') break;
        }
      }),
    );
    return counts;
  },
};

const keptDays = 30;

/** What was delivered, or could not be, is kept for a month. */
export const forgetDeliveries: Job = {
  name: 'forget-deliveries',
  every: '23 3 * * *',
  async run(deps, orgId) {
    const before = new Date(Date.parse(deps.clock.now()) - keptDays * 86_400_000).toISOString();
    const actor = operatorOf(await organisations.get(deps.db, orgId));
    return { forgotten: await deps.transact(actor, (work) => deliveries.forgetBefore(work, before)) };
  },
};
