import type { InvoiceTable, ReceiptTable } from '../../../db/tables/receivables.ts';
import { invoices, receipts } from '../../receivables/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { saying } from '../record-writer.ts';
import { enterRecords } from '../store.ts';
import { occurrences } from './sale-keys.ts';

type Said = Pick<ReceiptTable, 'invoice_id' | 'kind' | 'day' | 'amount_minor' | 'external_id'>;

/** One payment may settle several invoices, so its number counts together with the invoice; without a number all that is said does. */
const keyOf = ({ invoice_id, external_id, kind, day, amount_minor }: Said): string =>
  external_id === null ? `${invoice_id} ${kind} ${day} ${amount_minor}` : `${invoice_id} number ${external_id}`;

/** Payments and credit notes, each against an invoice that is known by its number. */
export async function writeReceipts(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const { work } = run;
  const byNumber = new Map<string, InvoiceTable>();
  for await (const row of invoices.each(work.db, work.actor, {})) byNumber.set(row.number, row);
  const standing = occurrences();
  const known = new Map<string, ReceiptTable>();
  for await (const row of receipts.each(work.db, work.actor, {})) known.set(standing(keyOf(row)), row);
  const nth = occurrences();
  const touched = new Set<string>();
  const fresh: Record<string, unknown>[] = [];
  for (const row of rows) {
    const said = readLine(run, row, byNumber);
    if (!said) continue;
    const key = nth(keyOf(said.columns));
    const isNumbered = said.columns.external_id !== null;
    if (isNumbered && touched.has(keyOf(said.columns))) {
      run.reject(row, 'externalId', said.columns.external_id ?? '', 'duplicate-in-file');
      continue;
    }
    touched.add(keyOf(said.columns));
    const before = known.get(key);
    if (before) await change(run, before, { ...said.columns, ...saying({ note: said.note }) });
    else {
      const id = work.newId();
      const { account_id, owner_id, backup_id } = said.invoice;
      fresh.push({ ...said.columns, note: said.note, account_id, owner_id, backup_id, id });
      run.created('receipt', id);
    }
  }
  await enterRecords(work, receipts, fresh);
}

function readLine(
  run: ImportRun,
  row: ReadRecord,
  byNumber: ReadonlyMap<string, InvoiceTable>,
): { columns: Said; note: string | null; invoice: InvoiceTable } | null {
  const number = run.text(row, 'number');
  const day = run.text(row, 'day');
  const amount = run.minor(row, 'amount');
  const invoice = number === null ? undefined : byNumber.get(number);
  if (number === null) run.reject(row, 'number', '', 'missing');
  else if (!invoice) run.reject(row, 'number', number, 'unknown-reference');
  if (day === null) run.reject(row, 'day', '', 'missing');
  if (amount === null) run.reject(row, 'amount', '', 'missing');
  if (amount != null && amount <= 0) run.reject(row, 'amount', run.text(row, 'amount') ?? '', 'not-positive');
  if (run.isRejected(row) || !invoice || day === null || amount == null) return null;
  const kind = run.text(row, 'receiptKind') === 'credit-note' ? 'credit-note' : 'receipt';
  const external_id = run.text(row, 'externalId');
  return {
    columns: { invoice_id: invoice.id, kind, day, amount_minor: amount, external_id },
    note: run.text(row, 'notes'),
    invoice,
  };
}

async function change(run: ImportRun, known: ReceiptTable, said: Record<string, unknown>): Promise<void> {
  const before = known as unknown as Record<string, unknown>;
  const changed = Object.entries(said).filter(([column, value]) => before[column] !== value);
  if (changed.length === 0) {
    run.counts.unchanged += 1;
    return;
  }
  const after = await receipts.update(run.work, known.id, known.version, Object.fromEntries(changed));
  run.updated('receipt', known.id, {
    version: after.version,
    before: Object.fromEntries(changed.map(([column]) => [column, before[column] ?? null])),
  });
}
