import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { foldName } from '@milepost/core/identity/fold-name';
import { flag } from '../../db/columns.ts';
import type { Work } from '../../db/work.ts';
import { enterRecords } from '../imports/store.ts';
import { invoices, receipts } from '../receivables/store.ts';
import type { SaleToPost } from '../sales/posting-store.ts';
import type { DemoAccount } from './demo-books.ts';
import type { Dice } from './dice.ts';

const termsDays = 30;
/** Invoices of the last year and a half: long enough for a curve, and for twelve months of days outstanding. */
const daysOfInvoices = 550;

/** One payer pays on time, another one late, and nobody pays all of it at once always. */
const habitOf = (roll: Dice): { mean: number; spread: number } => ({
  mean: roll.whole(16, 40),
  spread: roll.whole(4, 14),
});

/**
 * An invoice for each sale of the last year and a half, a few days after it, and what came in for it up to yesterday: as a whole or in
 * two parts, sometimes less a credit note; a few are disputed and wait.
 */
export async function writeReceivables(
  work: Work,
  roll: Dice,
  today: string,
  { sales, firms }: { sales: readonly SaleToPost[]; firms: readonly DemoAccount[] },
): Promise<void> {
  const last = toDay(today) - 1;
  const habits = new Map(firms.map(({ id }) => [id, habitOf(roll)]));
  const billed: Record<string, unknown>[] = [];
  const posted: Record<string, unknown>[] = [];
  for (const sale of sales) {
    const issued = toDay(sale.day) + roll.whole(1, 4);
    if (issued > last || issued < last - daysOfInvoices || !sale.accountId || sale.revenueMinor <= 0) continue;
    const number = `${toIso(issued).slice(0, 4)}-${String(billed.length + 1).padStart(5, '0')}`;
    const isDisputed = roll.next() < 0.02;
    const people = { owner_id: sale.ownerId ?? null, backup_id: null, account_id: sale.accountId };
    const id = work.newId();
    billed.push({
      ...people,
      id,
      number,
      number_key: foldName(number),
      issued_on: toIso(issued),
      due_on: toIso(issued + termsDays),
      is_due_by_terms: flag(true),
      amount_minor: sale.revenueMinor,
      currency: sale.currency,
      is_disputed: flag(isDisputed),
      terms: null,
      note: null,
    });
    const { mean, spread } = habits.get(sale.accountId) ?? { mean: termsDays, spread: 5 };
    const paid =
      issued + Math.max(1, Math.round(mean + spread * (roll.next() + roll.next() - 1) * 2)) + (isDisputed ? 40 : 0);
    const post = (day: number, amount: number, kind: 'receipt' | 'credit-note' = 'receipt') => {
      if (day > last || amount <= 0) return;
      posted.push({
        ...people,
        id: work.newId(),
        invoice_id: id,
        kind,
        day: toIso(day),
        amount_minor: amount,
        external_id: null,
        note: null,
      });
    };
    const credited = roll.next() < 0.03 ? Math.round(sale.revenueMinor * 0.1) : 0;
    const first = roll.next() < 0.12 ? Math.round(sale.revenueMinor * 0.5) : 0;
    post(issued + 6, credited, 'credit-note');
    post(paid, first);
    post(first > 0 ? paid + roll.whole(10, 30) : paid, sale.revenueMinor - credited - first);
  }
  await enterRecords(work, invoices, billed);
  await enterRecords(work, receipts, posted);
}
