import type { NewRenewal, RenewalPatch } from '@milepost/contract/churn';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import type { RenewalTable } from '../../db/tables/churn.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { renewals } from './store.ts';

const todayOf = ({ clock }: Deps, actor: Actor): string => clock.today(actor.organisation.timeZone);

/** Notes a contract that comes to its renewal. @throws Failure `reference-unknown` */
export const createRenewal = (deps: Deps, actor: Actor, { id, accountId, ...said }: NewRenewal) =>
  deps.transact(actor, async (work) => {
    const account = await accounts.find(work.db, actor, accountId);
    if (!account) throw new Failure('reference-unknown', fieldIssue('/accountId', 'unknown', 'no such account'));
    return renewals.create(work, {
      id,
      account_id: account.id,
      owner_id: account.owner_id,
      backup_id: account.backup_id,
      name: said.name,
      name_key: foldName(said.name),
      ends_on: said.endsOn,
      nth: said.nth,
      outcome: said.outcome,
      amount_minor: said.amountMinor ?? null,
      currency: actor.organisation.currency,
      decided_on: said.outcome === 'open' ? null : todayOf(deps, actor),
    });
  });

export const changeRenewal = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { name, endsOn, amountMinor, nth, outcome }: RenewalPatch,
): Promise<RenewalTable> =>
  deps.transact(actor, async (work) => {
    const before = await renewals.get(work.db, actor, id);
    const isDecided = outcome !== undefined && outcome !== before.outcome;
    return renewals.update(work, id, seen, {
      ...(name === undefined ? {} : { name, name_key: foldName(name) }),
      ...(endsOn === undefined ? {} : { ends_on: endsOn }),
      ...(amountMinor === undefined ? {} : { amount_minor: amountMinor }),
      ...(nth === undefined ? {} : { nth }),
      ...(isDecided ? { outcome, decided_on: outcome === 'open' ? null : todayOf(deps, actor) } : {}),
    });
  });
