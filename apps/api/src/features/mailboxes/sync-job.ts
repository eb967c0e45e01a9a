import { operatorOf } from '../../auth/session.ts';
import { isSet } from '../../db/columns.ts';
import type { Job } from '../../jobs/job.ts';
import { organisations } from '../organisation/store.ts';
import { mailboxes } from './store.ts';
import { syncMailbox } from './sync-mailbox.ts';

/** Reads the mailboxes that are switched on, one after the other. */
export const syncMailboxes: Job = {
  name: 'sync-mailboxes',
  every: '*/5 * * * *',
  async run(deps, orgId) {
    const counts = { fetched: 0, stored: 0 };
    const actor = operatorOf(await organisations.get(deps.db, orgId));
    for await (const mailbox of mailboxes.each(deps.db, actor, {})) {
      if (!isSet(mailbox.is_enabled)) continue;
      const done = await syncMailbox(deps, actor, mailbox, { isAsked: false });
      counts.fetched += done?.fetched ?? 0;
      counts.stored += done?.stored ?? 0;
    }
    return counts;
  },
};
