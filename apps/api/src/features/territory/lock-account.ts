import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { territories } from './store.ts';

/** Keeps an account with whom it is when territories are drawn anew, or lets go of it. @throws Failure `not-found` */
export const lockAccount = (deps: Deps, actor: Actor, accountId: string, isLocked: boolean): Promise<void> =>
  deps.transact(actor, async (work) => {
    const row = await accounts.get(work.db, actor, accountId);
    if (row.owner_id !== null && !reaches(actor, row.owner_id)) throw new Failure('not-found');
    if (!(await territories.lock(work, accountId, isLocked))) return;
    accounts.tell(work, isLocked ? 'locked' : 'unlocked', row, {});
  });
