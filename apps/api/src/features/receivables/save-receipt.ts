import type { NewReceipt, ReceiptPatch } from '@milepost/contract/receivables';
import type { Actor } from '../../auth/actor.ts';
import type { ReceiptTable } from '../../db/tables/receivables.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { invoices, receiptColumns, receipts } from './store.ts';

const blank = { kind: 'receipt' as const, external_id: null, note: null };

/** Posts a payment or credit note against an invoice in sight, once per id. More than the invoice asks for is stated, not refused. */
export const createReceipt = (deps: Deps, actor: Actor, { id, invoiceId, ...input }: NewReceipt) =>
  deps.transact(actor, async (work) => {
    const invoice = await invoices.find(work.db, actor, invoiceId);
    if (!invoice)
      throw new Failure('reference-unknown', fieldIssue('/invoiceId', 'unknown', 'no such invoice in your sight'));
    if (invoice.archived_at !== null) throw new Failure('archived', fieldIssue('/invoiceId', 'archived', 'archived'));
    const { owner_id, backup_id, account_id } = invoice;
    const values = {
      ...blank,
      ...receiptColumns(input),
      ...{ owner_id, backup_id, account_id },
      invoice_id: invoiceId,
      id,
    };
    return receipts.create(work, values as Parameters<typeof receipts.create>[1]);
  });

/** Corrects a payment or credit note; it stays with its invoice. */
export const changeReceipt = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: ReceiptPatch,
): Promise<ReceiptTable> => deps.transact(actor, (work) => receipts.update(work, id, seen, receiptColumns(patch)));
