import type { NewContactTie } from '@milepost/contract/buying-centre';
import type { Actor } from '../../auth/actor.ts';
import type { ContactTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { contacts } from '../contacts/store.ts';
import { ties } from './store.ts';

const tell = (work: Work, of: ContactTable, other: string, action: 'tied' | 'untied'): void => {
  work.changed({
    ...{ subject: 'contact', recordId: of.id, action, accountId: of.account_id },
    ...{ ownerId: of.owner_id, backupId: of.backup_id },
    ...(action === 'tied' ? { after: { knows_id: other } } : { before: { knows_id: other } }),
  });
};

/**
 * Says that two people of one account know each other, once, whoever says it.
 * @throws Failure `reference-unknown`; `invalid-input` for people of two accounts, or one with themselves
 */
export const tieContacts = (
  deps: Deps,
  actor: Actor,
  { id, aId, bId }: NewContactTie,
): Promise<{ tie: NewContactTie; isNew: boolean }> =>
  deps.transact(actor, async (work) => {
    const seen = async (field: string, contactId: string) => {
      const row = await contacts.find(work.db, actor, contactId);
      if (!row) throw new Failure('reference-unknown', fieldIssue(field, 'unknown', 'no such contact in your sight'));
      return row;
    };
    const [a, b] = [await seen('/aId', aId), await seen('/bId', bId)];
    if (aId === bId) throw new Failure('invalid-input', fieldIssue('/bId', 'same', 'nobody gets to know themselves'));
    if (a.account_id === null || a.account_id !== b.account_id)
      throw new Failure('invalid-input', fieldIssue('/bId', 'other-account', 'both have to be of one account'));
    const [there] = await ties.among(work.db, actor.orgId, [aId, bId]);
    if (there) return { tie: { id: there.id, aId: there.contact_id, bId: there.other_id }, isNew: false };
    const row = { org_id: actor.orgId, id, contact_id: aId, other_id: bId, created_at: work.at };
    if (!(await ties.add(work, row))) throw new Failure('id-taken');
    tell(work, a, bId, 'tied');
    return { tie: { id, aId, bId }, isNew: true };
  });

/** Takes back that two know each other, however often it was said. @throws Failure `not-found` */
export const untieContacts = (deps: Deps, actor: Actor, id: string): Promise<void> =>
  deps.transact(actor, async (work) => {
    const tie = await ties.find(work.db, actor.orgId, id);
    const [of, other] = tie
      ? [await contacts.find(work.db, actor, tie.contact_id), await contacts.find(work.db, actor, tie.other_id)]
      : [];
    if (!tie || !of || !other) throw new Failure('not-found');
    // After a merge the same may have been said twice.
    const same = await ties.among(work.db, actor.orgId, [of.id, other.id]);
    await ties.remove(work, [...new Set([id, ...same.map((one) => one.id)])]);
    tell(work, of, other.id, 'untied');
  });
