import type { AcceptWeek } from '@milepost/contract/week';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { activities, nothingSaid } from '../activities/store.ts';

/**
 * Writes the visits of one's week down as planned, or calls in their place, all or none; the same visit again is the one that is there.
 * @throws Failure `reference-unknown` for an account out of sight, `invalid-input` for a day that has passed
 */
export const acceptWeek = (deps: Deps, actor: Actor, { visits }: AcceptWeek): Promise<number> =>
  deps.transact(actor, async (work) => {
    const { personId } = actor;
    if (personId === null) throw new Failure('not-allowed');
    const today = deps.clock.today(actor.organisation.timeZone);
    let created = 0;
    for (const [at, { id, accountId, onDay, subject, kind = 'visit' }] of visits.entries()) {
      if (onDay < today)
        throw new Failure('invalid-input', fieldIssue(`/visits/${at}/onDay`, 'past', 'a day from today on'));
      const account = await accounts.find(work.db, actor, accountId);
      if (!account)
        throw new Failure('reference-unknown', fieldIssue(`/visits/${at}/accountId`, 'unknown', 'no such account'));
      const { isNew } = await activities.create(work, {
        ...nothingSaid,
        ...{
          id,
          kind,
          in_place_of: kind === 'call' ? 'visit' : null,
          person_id: personId,
          on_day: onDay,
          is_done: 0,
          subject,
        },
        ...{ account_id: account.id, owner_id: account.owner_id, backup_id: account.backup_id },
      });
      if (isNew) created += 1;
    }
    return created;
  });
