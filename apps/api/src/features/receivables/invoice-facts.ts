import { toDay } from '@milepost/core/calendar/civil-day';
import type { Invoice } from '@milepost/core/receivables/invoice';
import type { InvoiceTable, ReceiptTable } from '../../db/tables/receivables.ts';

/** An invoice and what was posted against it, as core reads them. */
export const invoiceFact = (row: InvoiceTable, posted: readonly ReceiptTable[]): Invoice => ({
  id: row.id,
  issued: toDay(row.issued_on),
  due: toDay(row.due_on),
  amount: row.amount_minor,
  receipts: posted.map(({ id, day, amount_minor, kind }) => ({ id, day: toDay(day), amount: amount_minor, kind })),
});
