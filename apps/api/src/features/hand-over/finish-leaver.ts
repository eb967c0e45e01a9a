import type { Actor } from '../../auth/actor.ts';
import { operatorOf } from '../../auth/session.ts';
import type { LeaverTable } from '../../db/tables/hand-over.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { organisations } from '../organisation/store.ts';
import { people, signIns } from '../people/store.ts';
import { demandNothingLeft, leavers } from './leaver-store.ts';
import { demandLeaver } from './may-hand-over.ts';

/** Makes somebody inactive of whom nothing is left, and ends their sessions. What they did keeps their name. */
async function leave(work: Work, personId: string, lastDay: string): Promise<void> {
  const before = await people.get(work.db, work.actor, personId);
  if (before.role === 'admin' && (await people.countAdmins(work)) <= 1) throw new Failure('last-admin');
  await people.update(work, personId, before.version, { is_active: 0, ends_on: lastDay }, { action: 'left' });
  if (before.user_id) await signIns.endSessions(work, before.user_id);
}

/**
 * Ends the leaving of somebody of whom nothing is left: at once when the last day is today or has passed, else after it.
 * @throws Failure `still-owns` with the counts, `not-found`, `not-allowed`, `last-admin`
 */
export async function finishLeaver(deps: Deps, actor: Actor, personId: string, lastDay: string): Promise<void> {
  await demandLeaver(deps.db, actor, personId);
  const today = deps.clock.today(actor.organisation.timeZone);
  await deps.transact(actor, async (work) => {
    await demandNothingLeft(work, personId, today);
    const hasPassed = lastDay <= today;
    const said = { last_day: lastDay, by_id: actor.personId, left_at: hasPassed ? work.at : null };
    const row = await leavers.find(work.db, actor, personId);
    if (row) await leavers.update(work, personId, row.version, said);
    else await leavers.create(work, { id: personId, ...said });
    if (hasPassed) await leave(work, personId, lastDay);
    else {
      const person = await people.get(work.db, actor, personId);
      await people.update(work, personId, person.version, { ends_on: lastDay }, { action: 'leaves' });
    }
  });
}

/** Lets those go whose last day has passed. Of whom something came in meanwhile waits: it is counted. */
export async function letLeaversGo(deps: Deps, orgId: string): Promise<{ left: number; waiting: number }> {
  const actor = operatorOf(await organisations.get(deps.db, orgId));
  const today = deps.clock.today(actor.organisation.timeZone);
  const counts = { left: 0, waiting: 0 };
  for (const row of await leavers.due(deps.db, orgId, today)) {
    try {
      await deps.transact(actor, (work) => goes(work, row, today));
      counts.left += 1;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      counts.waiting += 1;
    }
  }
  return counts;
}

async function goes(work: Work, { id, version, last_day }: LeaverTable, today: string): Promise<void> {
  await demandNothingLeft(work, id, today);
  await leavers.update(work, id, version, { left_at: work.at });
  await leave(work, id, last_day);
}
