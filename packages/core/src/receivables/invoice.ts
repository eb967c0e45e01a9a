import type { Day } from '../calendar/civil-day.ts';

/** What came in for an invoice, or was taken off it by a credit note: minor units above zero. */
export type Receipt = {
  readonly id: string;
  readonly day: Day;
  readonly amount: number;
  readonly kind: 'receipt' | 'credit-note';
};

/** What was billed, in minor units above zero, with everything that was posted against it. */
export type Invoice = {
  readonly id: string;
  readonly issued: Day;
  readonly due: Day;
  readonly amount: number;
  readonly receipts: readonly Receipt[];
};

/** The part of a receipt or credit note that an invoice could take. */
export type Applied = { readonly receipt: Receipt; readonly day: Day; readonly amount: number };

/**
 * Where an invoice stands at the end of a day, in minor units: `billed = collected + credited + open`. What came in beyond
 * the invoice is `overpaid`: it belongs to the customer and lowers nothing.
 */
export type Standing = {
  readonly invoice: Invoice;
  readonly collected: readonly Applied[];
  readonly credited: readonly Applied[];
  readonly open: number;
  readonly overpaid: number;
  /** The day on which nothing was open any more; null while something is. */
  readonly settledOn: Day | null;
};

/**
 * Where an invoice stands at the end of a day; null when it is not issued yet. What was posted is taken in the order of its
 * days (credit notes first within a day, then by id); a payment in advance counts on the day of issue. Credit notes make the
 * invoice smaller, they are not collected.
 *
 * Throws RangeError on an amount that is not a whole number above zero.
 */
export function standingOn(invoice: Invoice, on: Day): Standing | null {
  demandAmount(invoice.amount);
  if (invoice.issued > on) return null;
  const collected: Applied[] = [];
  const credited: Applied[] = [];
  let [open, overpaid, last] = [invoice.amount, 0, invoice.issued];
  for (const receipt of inOrder(invoice.receipts)) {
    demandAmount(receipt.amount);
    const day = Math.max(receipt.day, invoice.issued);
    if (day > on) break;
    const amount = Math.min(open, receipt.amount);
    overpaid += receipt.amount - amount;
    if (amount === 0) continue;
    open -= amount;
    last = day;
    (receipt.kind === 'receipt' ? collected : credited).push({ receipt, day, amount });
  }
  return { invoice, collected, credited, open, overpaid, settledOn: open === 0 ? last : null };
}

/** The invoices that are issued by a day, each as it stands then. Throws as `standingOn` does. */
export const standingsOn = (invoices: readonly Invoice[], on: Day): Standing[] =>
  invoices.flatMap((invoice) => standingOn(invoice, on) ?? []);

/** Minor units applied in all. */
export const appliedIn = (applied: readonly Applied[]): number => applied.reduce((sum, { amount }) => sum + amount, 0);

/** What was owed of an invoice in the end: billed less credited. */
export const exposureOf = ({ invoice, credited }: Standing): number => invoice.amount - appliedIn(credited);

const inOrder = (receipts: readonly Receipt[]): Receipt[] =>
  receipts.toSorted(
    (a, b) => a.day - b.day || Number(a.kind === 'receipt') - Number(b.kind === 'receipt') || (a.id < b.id ? -1 : 1),
  );

function demandAmount(amount: number): void {
  if (!(Number.isSafeInteger(amount) && amount > 0))
    throw new RangeError(`Invoices and receipts are whole minor units above zero; got ${amount}.`);
}
