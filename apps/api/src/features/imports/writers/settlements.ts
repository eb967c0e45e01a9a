import type { InvoiceTable, ReceiptTable } from '../../../db/tables/receivables.ts';
import { receipts } from '../../receivables/store.ts';
import type { ImportRun } from '../import-run.ts';
import { enterRecords } from '../store.ts';

/** An invoice of which a file says the day of its settlement. `wasUnchanged`: the line said nothing else that was new. */
export type Settling = { invoice: InvoiceTable; settledOn: string; wasUnchanged: boolean };

/**
 * Posts what a settled invoice still asks for beside everything else that stands against it, on the day of settlement. The payment bears
 * the number of its invoice, so that the same file finds it again and a corrected day corrects it.
 */
export async function writeSettlements(run: ImportRun, settling: readonly Settling[]): Promise<void> {
  const { work } = run;
  const posted = await receipts.against(
    work.db,
    work.actor.orgId,
    settling.map(({ invoice }) => invoice.id),
  );
  const fresh: Record<string, unknown>[] = [];
  for (const { invoice, settledOn, wasUnchanged } of settling) {
    const against = posted.get(invoice.id) ?? [];
    const own = against.find(({ external_id, kind }) => external_id === invoice.number && kind === 'receipt');
    const others = against.reduce((sum, one) => sum + (one === own ? 0 : one.amount_minor), 0);
    const amount = invoice.amount_minor - others;
    if (amount <= 0 || (own?.day === settledOn && own.amount_minor === amount)) continue;
    if (wasUnchanged) {
      run.counts.unchanged -= 1;
      run.counts.updated += 1;
    }
    if (own) await correct(run, own, { day: settledOn, amount_minor: amount });
    else {
      const id = work.newId();
      const { id: invoice_id, account_id, owner_id, backup_id, number } = invoice;
      fresh.push({
        ...{ id, invoice_id, account_id, owner_id, backup_id, external_id: number },
        ...{ kind: 'receipt', day: settledOn, amount_minor: amount, note: null },
      });
      run.created('receipt', id, false);
    }
  }
  await enterRecords(work, receipts, fresh);
}

async function correct(run: ImportRun, own: ReceiptTable, said: Pick<ReceiptTable, 'day' | 'amount_minor'>) {
  const after = await receipts.update(run.work, own.id, own.version, said);
  const { day, amount_minor } = own;
  run.updated('receipt', own.id, { version: after.version, before: { day, amount_minor } }, false);
}
