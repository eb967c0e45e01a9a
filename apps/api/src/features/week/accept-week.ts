import type { AcceptWeek } from '@milepost/contract/week';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { logActivityIn } from '../activities/save-activity.ts';

/**
 * Writes the visits of one's week down as planned, all or none; the same visit again is the one that is there.
 * @throws Failure `reference-unknown` for an account out of sight, `invalid-input` for a day that has passed
 */
export const acceptWeek = (deps: Deps, actor: Actor, { visits }: AcceptWeek): Promise<number> =>
  deps.transact(actor, async (work) => {
    const today = deps.clock.today(actor.organisation.timeZone);
    let created = 0;
    for (const [at, { id, accountId, onDay, subject }] of visits.entries()) {
      if (onDay < today)
        throw new Failure('invalid-input', fieldIssue(`/visits/${at}/onDay`, 'past', 'a day from today on'));
      const { isNew } = await logActivityIn(work, { id, kind: 'visit', onDay, isDone: false, subject, accountId });
      if (isNew) created += 1;
    }
    return created;
  });
