import { type NewSatisfaction, type SatisfactionPatch, scaleEnds } from '@milepost/contract/satisfaction';
import type { Actor } from '../../auth/actor.ts';
import type { SatisfactionTable } from '../../db/tables/satisfaction.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { contacts } from '../contacts/store.ts';
import { satisfactionColumns, satisfactions } from './store.ts';

/** A score lies on its scale, and who answered is of the customer. @throws Failure `invalid-input`, `reference-unknown` */
async function demandSound(work: Work, { scale, score, contact_id, account_id }: SatisfactionTable): Promise<void> {
  const [least, most] = scaleEnds[scale];
  if (score < least || score > most)
    throw new Failure('invalid-input', fieldIssue('/score', 'off-scale', `from ${least} to ${most}`));
  if (contact_id === null) return;
  const contact = await contacts.find(work.db, work.actor, contact_id);
  if (!contact || contact.account_id !== account_id)
    throw new Failure('reference-unknown', fieldIssue('/contactId', 'unknown', 'nobody of that customer'));
}

/** Writes down what a customer said, once. */
export const createSatisfaction = (deps: Deps, actor: Actor, { id, accountId, ...input }: NewSatisfaction) =>
  deps.transact(actor, async (work) => {
    const account = await accounts.find(work.db, actor, accountId);
    if (!account) throw new Failure('reference-unknown', fieldIssue('/accountId', 'unknown', 'no such customer'));
    const values = {
      ...{ id, account_id: accountId, owner_id: account.owner_id, backup_id: account.backup_id },
      ...{ contact_id: null, words: null },
      ...satisfactionColumns(input),
    } as SatisfactionTable;
    await demandSound(work, values);
    return satisfactions.create(work, values);
  });

/** Corrects an answer. */
export const changeSatisfaction = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: SatisfactionPatch,
): Promise<SatisfactionTable> =>
  deps.transact(actor, async (work) => {
    const before = await satisfactions.get(work.db, actor, id);
    await demandSound(work, { ...before, ...satisfactionColumns(patch) });
    return satisfactions.update(work, id, seen, satisfactionColumns(patch));
  });
