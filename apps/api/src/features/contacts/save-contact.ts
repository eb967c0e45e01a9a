import type { ContactPatch, NewContact } from '@milepost/contract/contacts';
import { wouldCircle } from '@milepost/core/buying-centre/buying-centre';
import type { Actor } from '../../auth/actor.ts';
import type { ContactTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { fieldColumns } from '../fields/record-fields-store.ts';
import { blankContact, contactColumns, contacts, superiorsAt } from './store.ts';

/** A contact of an account is seen by whoever sees the account; without one it belongs to who entered it. */
const peopleOf = async (work: Work, accountId: string | null | undefined) => {
  if (!accountId) return { owner_id: work.actor.personId, backup_id: null };
  const account = await accounts.find(work.db, work.actor, accountId);
  if (!account)
    throw new Failure('reference-unknown', fieldIssue('/accountId', 'unknown', 'no such account in your sight'));
  return { owner_id: account.owner_id, backup_id: account.backup_id };
};

/**
 * Whom somebody reports to is of the same account, and does not report to them.
 * @throws Failure `reference-unknown`; `invalid-input` for a circle
 */
async function demandSuperior(work: Work, of: { id: string; accountId: string | null; reportsToId: string }) {
  const superior = await contacts.find(work.db, work.actor, of.reportsToId);
  if (!superior || superior.account_id === null || superior.account_id !== of.accountId)
    throw new Failure('reference-unknown', fieldIssue('/reportsToId', 'unknown', 'no such contact at this account'));
  const colleagues = await superiorsAt(work.db, work.actor.orgId, superior.account_id);
  if (wouldCircle(colleagues, of.id, of.reportsToId))
    throw new Failure('invalid-input', fieldIssue('/reportsToId', 'circle', 'they report to this one themselves'));
}

/** Creates a contact inside a transaction that is under way: conversion and import do it too. */
export async function createContactIn(
  work: Work,
  { id, ...input }: NewContact,
): Promise<{ row: ContactTable; isNew: boolean }> {
  if (input.reportsToId)
    await demandSuperior(work, { id, accountId: input.accountId ?? null, reportsToId: input.reportsToId });
  const values = {
    ...blankContact,
    ...contactColumns(input, work.actor.organisation.country),
    ...(await peopleOf(work, input.accountId)),
    ...(await fieldColumns(work, 'contact', input, null)),
    id,
  };
  return contacts.create(work, values as Parameters<typeof contacts.create>[1]);
}

export const createContact = (deps: Deps, actor: Actor, input: NewContact) =>
  deps.transact(actor, (work) => createContactIn(work, input));

export const changeContact = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: ContactPatch,
): Promise<ContactTable> =>
  deps.transact(actor, async (work) => {
    const people = patch.accountId === undefined ? {} : await peopleOf(work, patch.accountId);
    const standing = await contacts.get(work.db, actor, id);
    const accountId = patch.accountId === undefined ? standing.account_id : patch.accountId;
    if (patch.reportsToId) await demandSuperior(work, { id, accountId, reportsToId: patch.reportsToId });
    // Whom somebody reported to stays where they left.
    const left = patch.reportsToId === undefined && accountId !== standing.account_id ? { reports_to_id: null } : {};
    const said = await fieldColumns(work, 'contact', patch, standing);
    const columns = contactColumns(patch, work.actor.organisation.country);
    return contacts.update(work, id, seen, { ...columns, ...said, ...people, ...left });
  });
