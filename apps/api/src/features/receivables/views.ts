import type { InvoiceView, ReceiptView } from '@milepost/contract/receivables';
import { toIso } from '@milepost/core/calendar/civil-day';
import { appliedIn, type Standing, standingOn } from '@milepost/core/receivables/invoice';
import type { Actor } from '../../auth/actor.ts';
import { isSet } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { InvoiceTable, ReceiptTable } from '../../db/tables/receivables.ts';
import { invoiceFact } from './invoice-facts.ts';
import { invoiceRefs } from './invoice-refs-store.ts';
import { receipts } from './store.ts';

/** After everything that was ever posted. */
const endOfTime = 2_932_896;

const statusOf = ({ open, collected, credited }: Standing): InvoiceView['status'] => {
  if (open > 0) return collected.length + credited.length > 0 ? 'part-paid' : 'open';
  return collected.length > 0 ? 'paid' : 'credited';
};

export async function invoiceViews(db: Db, actor: Actor, rows: readonly InvoiceTable[]): Promise<InvoiceView[]> {
  const posted = await receipts.against(
    db,
    actor.orgId,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(db, actor, {
    person: rows.flatMap((row) => [row.owner_id, row.backup_id]),
    account: rows.map((row) => row.account_id),
  });
  return rows.map((row) => {
    const standing = standingOn(invoiceFact(row, posted.get(row.id) ?? []), endOfTime) as Standing;
    return {
      ...recordFields(row),
      name: row.number,
      number: row.number,
      issuedOn: row.issued_on,
      dueOn: row.due_on,
      isDueByTerms: isSet(row.is_due_by_terms),
      amountMinor: row.amount_minor,
      currency: row.currency,
      isDisputed: isSet(row.is_disputed),
      terms: row.terms,
      note: row.note,
      account: nameOf(names.account, row.account_id),
      owner: nameOf(names.person, row.owner_id),
      backup: nameOf(names.person, row.backup_id),
      status: statusOf(standing),
      openMinor: standing.open,
      collectedMinor: appliedIn(standing.collected),
      creditedMinor: appliedIn(standing.credited),
      overpaidMinor: standing.overpaid,
      settledOn: standing.settledOn === null ? null : toIso(standing.settledOn),
    };
  });
}

export async function receiptViews(db: Db, actor: Actor, rows: readonly ReceiptTable[]): Promise<ReceiptView[]> {
  const ofInvoice = await invoiceRefs(
    db,
    actor.orgId,
    rows.map((row) => row.invoice_id),
  );
  const names = await namesOf(db, actor, { account: rows.map((row) => row.account_id) });
  return rows.map((row) => {
    const invoice = ofInvoice.get(row.invoice_id);
    if (!invoice) throw new Error(`The invoice ${row.invoice_id} of a receipt is not in the database.`);
    return {
      ...recordFields(row),
      kind: row.kind,
      day: row.day,
      amountMinor: row.amount_minor,
      externalId: row.external_id,
      note: row.note,
      invoice: { id: row.invoice_id, name: invoice.number },
      account: nameOf(names.account, row.account_id),
      currency: invoice.currency,
    };
  });
}
