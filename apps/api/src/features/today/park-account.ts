import type { ParkAccount } from '@milepost/contract/today';
import type { Actor } from '../../auth/actor.ts';
import type { AccountTable } from '../../db/tables/records.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { idleAccounts } from './idle-accounts-store.ts';

/**
 * Parks an account: it needs no next step until a day, for a reason that stands in its history. Null takes it back.
 * @throws Failure `not-found`, `version-clash`, `invalid-input` for a day that is not after today
 */
export const parkAccount = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { parked }: ParkAccount,
): Promise<AccountTable> =>
  deps.transact(actor, async (work) => {
    if (parked && parked.untilOn <= deps.clock.today(actor.organisation.timeZone))
      throw new Failure('invalid-input', fieldIssue('/parked/untilOn', 'not-after-today', 'a day after today'));
    const row = await accounts.update(
      work,
      id,
      seen,
      {},
      {
        action: parked ? 'parked' : 'unparked',
        beside: { parked_until: parked?.untilOn ?? null },
        ...(parked ? { reason: parked.reason } : {}),
      },
    );
    await idleAccounts.park(work, id, parked && { reason: parked.reason, until_on: parked.untilOn });
    return row;
  });
