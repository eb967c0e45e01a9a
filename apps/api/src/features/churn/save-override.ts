import type { ChurnOverridePatch, NewChurnOverride } from '@milepost/contract/churn';
import type { Actor } from '../../auth/actor.ts';
import type { ChurnOverrideTable } from '../../db/tables/churn.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { decideAbouts, yardstickOf } from './open-alerts-job.ts';
import { overrides } from './store.ts';

const todayOf = ({ clock }: Deps, actor: Actor): string => clock.today(actor.organisation.timeZone);

const demandAhead = (day: string, today: string): void => {
  if (day < today) throw new Failure('invalid-input', fieldIssue('/untilDay', 'in-the-past', day));
};

/** What was said counts at once, not in the night after. */
async function follow(deps: Deps, work: Work, accountId: string): Promise<void> {
  const account = await accounts.get(work.db, work.actor, accountId);
  const today = todayOf(deps, work.actor);
  await decideAbouts(work, [account], await yardstickOf({ db: work.db }, work.actor, today));
}

/** Says that a customer is safe, or in danger, whatever the figures say. What was said before of the account ends by it. */
export const createOverride = (deps: Deps, actor: Actor, { id, accountId, ...said }: NewChurnOverride) =>
  deps.transact(actor, async (work) => {
    const there = await overrides.find(work.db, actor, id);
    if (there) return { row: there, isNew: false };
    const account = await accounts.find(work.db, actor, accountId);
    if (!account) throw new Failure('reference-unknown', fieldIssue('/accountId', 'unknown', 'no such account'));
    const today = todayOf(deps, actor);
    demandAhead(said.untilDay, today);
    const before = (await overrides.inForce(work.db, actor.orgId, [account.id], today)).get(account.id);
    if (before) await overrides.archive(work, before.id, before.version);
    const made = await overrides.create(work, {
      id,
      account_id: account.id,
      owner_id: account.owner_id,
      backup_id: account.backup_id,
      verdict: said.verdict,
      reason: said.reason,
      until_day: said.untilDay,
      by_id: actor.personId,
    });
    await follow(deps, work, account.id);
    return made;
  });

export const changeOverride = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { verdict, reason, untilDay }: ChurnOverridePatch,
): Promise<ChurnOverrideTable> =>
  deps.transact(actor, async (work) => {
    if (untilDay !== undefined) demandAhead(untilDay, todayOf(deps, actor));
    const row = await overrides.update(work, id, seen, {
      ...(verdict === undefined ? {} : { verdict }),
      ...(reason === undefined ? {} : { reason }),
      ...(untilDay === undefined ? {} : { until_day: untilDay }),
    });
    await follow(deps, work, row.account_id);
    return row;
  });

/** Takes an override back, or puts it back: the figures count again. */
export const setOverrideAside = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  isAside: boolean,
): Promise<ChurnOverrideTable> =>
  deps.transact(actor, async (work) => {
    const row = isAside ? await overrides.archive(work, id, seen) : await overrides.restore(work, id, seen);
    await follow(deps, work, row.account_id);
    return row;
  });
