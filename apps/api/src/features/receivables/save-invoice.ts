import type { InvoicePatch, NewInvoice } from '@milepost/contract/receivables';
import type { Actor } from '../../auth/actor.ts';
import { permitBackup, permitOwner } from '../../auth/permit.ts';
import { flag, isSet } from '../../db/columns.ts';
import type { InvoiceTable } from '../../db/tables/receivables.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { definitions } from './definition-store.ts';
import { dueByTerms, invoiceColumns, invoices } from './store.ts';

/** The account must be in sight; its owner and backup are those of an invoice that does not say. */
async function peopleOf(work: Work, input: InvoicePatch): Promise<Pick<InvoiceTable, 'owner_id' | 'backup_id'>> {
  const account = input.accountId ? await accounts.find(work.db, work.actor, input.accountId) : undefined;
  if (input.accountId && !account)
    throw new Failure('reference-unknown', fieldIssue('/accountId', 'unknown', 'no such account in your sight'));
  const owner =
    input.ownerId === undefined && account
      ? account.owner_id
      : (await permitOwner(work.db, work.actor, input.ownerId)).ownerId;
  if (input.backupId) await permitBackup(work.db, work.actor, input.backupId);
  return { owner_id: owner, backup_id: input.backupId === undefined ? (account?.backup_id ?? null) : input.backupId };
}

const refuseDueBeforeIssue = ({ issued_on, due_on }: Pick<InvoiceTable, 'issued_on' | 'due_on'>): void => {
  if (due_on < issued_on)
    throw new Failure('invalid-input', fieldIssue('/dueOn', 'before-issue', 'due before it was issued'));
};

async function refuseTaken(work: Work, number: string, id: string): Promise<void> {
  await invoices.lockNumbers(work);
  if (await invoices.isTaken(work, number, id))
    throw new Failure('name-taken', fieldIssue('/number', 'taken', 'another invoice bears this number'));
}

const blank = { account_id: null, is_disputed: flag(false), terms: null, note: null };

/** Enters an invoice once; a second call with the same id answers the first one's record. */
export const createInvoice = (deps: Deps, actor: Actor, { id, ...input }: NewInvoice) =>
  deps.transact(actor, async (work) => {
    const there = await invoices.find(work.db, actor, id);
    if (there) return { row: there, isNew: false };
    await refuseTaken(work, input.number, id);
    const { termsDays } = await definitions.get(work.db, actor.orgId);
    const values = {
      ...blank,
      currency: actor.organisation.currency,
      due_on: dueByTerms(input.issuedOn, termsDays),
      is_due_by_terms: flag(true),
      ...invoiceColumns(input),
      ...(await peopleOf(work, input)),
      id,
    } as Parameters<typeof invoices.create>[1];
    refuseDueBeforeIssue(values);
    return invoices.create(work, values);
  });

/**
 * Changes an invoice; another owner, backup or account takes what was posted against it along. A due day taken away is again the
 * issue plus the default terms.
 */
export const changeInvoice = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: InvoicePatch,
): Promise<InvoiceTable> =>
  deps.transact(actor, async (work) => {
    const before = await invoices.get(work.db, actor, id);
    if (patch.number !== undefined && patch.number !== before.number) await refuseTaken(work, patch.number, id);
    const columns = invoiceColumns(patch);
    if (patch.accountId !== undefined || patch.ownerId !== undefined || patch.backupId !== undefined) {
      const people = await peopleOf(work, {
        accountId: patch.accountId,
        // Whoever has it keeps it, unless the patch says otherwise.
        ...(patch.ownerId === undefined ? {} : { ownerId: patch.ownerId }),
        ...(patch.backupId === undefined ? {} : { backupId: patch.backupId }),
      });
      if (patch.ownerId !== undefined) columns.owner_id = people.owner_id;
      if (patch.backupId !== undefined) columns.backup_id = people.backup_id;
    }
    const isByTerms = patch.dueOn === null || (patch.dueOn === undefined && isSet(before.is_due_by_terms));
    if (isByTerms && (patch.dueOn === null || patch.issuedOn !== undefined)) {
      const { termsDays } = await definitions.get(work.db, actor.orgId);
      columns.due_on = dueByTerms(patch.issuedOn ?? before.issued_on, termsDays);
      columns.is_due_by_terms = flag(true);
    }
    refuseDueBeforeIssue({ ...before, ...columns });
    const row = await invoices.update(work, id, seen, columns);
    await invoices.handOver(work, row);
    return row;
  });

/** Puts an invoice back among those that stand. @throws Failure `name-taken` when another one bears its number by now */
export const restoreInvoice = (deps: Deps, actor: Actor, id: string, seen: number): Promise<InvoiceTable> =>
  deps.transact(actor, async (work) => {
    await refuseTaken(work, (await invoices.get(work.db, actor, id)).number, id);
    return invoices.restore(work, id, seen);
  });
