import type { ContactPatch, NewContact } from '@milepost/contract/contacts';
import type { Actor } from '../../auth/actor.ts';
import type { ContactTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { fieldColumns } from '../fields/record-fields-store.ts';
import { blankContact, contactColumns, contacts } from './store.ts';

/** A contact of an account is seen by whoever sees the account; without one it belongs to who entered it. */
const peopleOf = async (work: Work, accountId: string | null | undefined) => {
  if (!accountId) return { owner_id: work.actor.personId, backup_id: null };
  const account = await accounts.find(work.db, work.actor, accountId);
  if (!account)
    throw new Failure('reference-unknown', fieldIssue('/accountId', 'unknown', 'no such account in your sight'));
  return { owner_id: account.owner_id, backup_id: account.backup_id };
};

/** Creates a contact inside a transaction that is under way: conversion and import do it too. */
export async function createContactIn(
  work: Work,
  { id, ...input }: NewContact,
): Promise<{ row: ContactTable; isNew: boolean }> {
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
    const said = await fieldColumns(work, 'contact', patch, await contacts.get(work.db, actor, id));
    const columns = contactColumns(patch, work.actor.organisation.country);
    return contacts.update(work, id, seen, { ...columns, ...said, ...people });
  });
