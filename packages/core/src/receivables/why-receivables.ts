import { type Day, toIso } from '../calendar/civil-day.ts';
import { derive, stored } from '../explain/derive.ts';
import type { Leaf, Unit, Why } from '../explain/why.ts';
import { ageingStarts } from './ageing.ts';
import type { Applied, Invoice, Standing } from './invoice.ts';
import { salesMonths } from './receivables-on.ts';

/** How the caller names what a derivation rests on: the records with their ids. */
export type ReceivableSources = {
  readonly invoice: (invoice: Invoice, value: number, unit: Unit) => Leaf;
  readonly receipt: (applied: Applied, invoice: Invoice, value: number, unit: Unit) => Leaf;
};

type Node = Why | Leaf;
type Span = { readonly first: Day; readonly last: Day };

/** Above so many records a derivation shows their sums by month of invoice, which are stored values of their own. */
const recordsAtMost = 10_000;

const money = (rule: string, label?: string) =>
  ({ rule: `receivables.${rule}`, unit: 'money', ...(label === undefined ? {} : { label }) }) as const;

/** A sum of invoices, each as one node; of too many, of their months. */
export function sumByInvoice(
  heading: { readonly rule: string; readonly unit: Unit; readonly label?: string },
  standings: readonly Standing[],
  nodeOf: (standing: Standing) => Node,
): Why {
  if (standings.length <= recordsAtMost) return derive('sum', heading, standings.map(nodeOf));
  const months = Map.groupBy(standings, ({ invoice }) => toIso(invoice.issued).slice(0, 7));
  return derive(
    'sum',
    heading,
    [...months].map(([month, some]) => {
      const value = some.reduce((sum, one) => sum + nodeOf(one).value, 0);
      return stored('invoices', month, value, heading.unit, month);
    }),
  );
}

/** What is open of one invoice: its amount less what was posted against it. */
export function whyOpenOf(standing: Standing, sources: ReceivableSources): Node {
  const { invoice, collected, credited } = standing;
  const billed = sources.invoice(invoice, invoice.amount, 'money');
  const posted = [...collected, ...credited].map((one) => sources.receipt(one, invoice, one.amount, 'money'));
  return posted.length === 0 ? billed : derive('difference', money('open-of'), [billed, ...posted]);
}

/** All that is open of some invoices, one by one. */
export const whyOpenInvoices = (
  heading: { readonly rule: string; readonly unit: Unit; readonly label?: string },
  standings: readonly Standing[],
  sources: ReceivableSources,
): Why =>
  sumByInvoice(
    heading,
    standings.filter(({ open }) => open > 0),
    (one) => whyOpenOf(one, sources),
  );

/** What is open in one bucket of the ageing, by its place; it evaluates to `ageing(…)[at]`. */
export function whyBucket(standings: readonly Standing[], on: Day, at: number, sources: ReceivableSources): Why {
  const within = standings.filter(
    ({ invoice, open }) => open > 0 && ageingStarts.findLastIndex((start) => on - invoice.due >= start) === at,
  );
  return sumByInvoice(money(`bucket-${at}`), within, (one) => whyOpenOf(one, sources));
}

/** All that is open, or (`isOverdue`) what of it is overdue, by bucket. */
export function whyOpen(standings: readonly Standing[], on: Day, sources: ReceivableSources, isOverdue = false): Why {
  const buckets = ageingStarts.map((_, at) => at).slice(isOverdue ? 1 : 0);
  return derive(
    'sum',
    money(isOverdue ? 'overdue' : 'open'),
    buckets.map((at) => whyBucket(standings, on, at, sources)),
  );
}

/** Credit sales of some days: billed in them less what credit notes took off in them. */
export function whySales(standings: readonly Standing[], { first, last }: Span, sources: ReceivableSources): Why {
  const isIn = (day: Day) => day >= first && day <= last;
  const billed = sumByInvoice(
    money('billed'),
    standings.filter(({ invoice }) => isIn(invoice.issued)),
    ({ invoice }) => sources.invoice(invoice, invoice.amount, 'money'),
  );
  const credited = standings.flatMap(({ invoice, credited: notes }) =>
    notes.filter(({ day }) => isIn(day)).map((one) => sources.receipt(one, invoice, one.amount, 'money')),
  );
  const label = `${toIso(first)} – ${toIso(last)}`;
  return derive('difference', money('sales', label), [
    billed,
    ...(credited.length === 0 ? [] : [derive('sum', money('credited'), credited)]),
  ]);
}

const days = (rule: string) => ({ rule: `receivables.${rule}`, unit: 'days' }) as const;

/** Days sales outstanding of all that is open, or (`isBest`) of what is not due. Throws RangeError without sales. */
export function whyDaysOutstanding(
  standings: readonly Standing[],
  { on, window, isBest = false }: { readonly on: Day; readonly window: number; readonly isBest?: boolean },
  sources: ReceivableSources,
): Why {
  const part = isBest ? whyBucket(standings, on, 0, sources) : whyOpen(standings, on, sources);
  return derive('product', days(isBest ? 'best-possible' : 'days-outstanding'), [
    derive('quotient', { rule: 'receivables.share-of-sales', unit: 'ratio' }, [
      part,
      whySales(standings, { first: on - window + 1, last: on }, sources),
    ]),
    stored('receivables', 'window', window, 'days'),
  ]);
}

/** Days outstanding less the best possible ones. */
export const whyDelinquent = (
  standings: readonly Standing[],
  at: { readonly on: Day; readonly window: number },
  sources: ReceivableSources,
): Why =>
  derive('difference', days('delinquent'), [
    whyDaysOutstanding(standings, at, sources),
    whyDaysOutstanding(standings, { ...at, isBest: true }, sources),
  ]);

/** Days outstanding by count-back; null where `countBack` is, as the months do not reach back far enough. */
export function whyCountBack(
  standings: readonly Standing[],
  { on, begins }: { readonly on: Day; readonly begins: Day | null },
  sources: ReceivableSources,
): Why | null {
  const open = whyOpen(standings, on, sources);
  const wholeDays: Leaf[] = [];
  const takenOff: Why[] = [];
  let left = open.value;
  for (const month of salesMonths(standings, on, begins)) {
    if (left <= 0) break;
    const sales = whySales(standings, { first: month.first, last: month.first + month.days - 1 }, sources);
    const label = toIso(month.first).slice(0, 7);
    const length = stored('calendar-month', `days-of-${label}`, month.days, 'days', label);
    if (left <= month.sales) {
      const rest = derive('difference', money('left-over'), [open, ...takenOff]);
      const part = derive('product', days('part-of-month'), [
        derive('quotient', { rule: 'receivables.share-of-sales', unit: 'ratio' }, [rest, sales]),
        length,
      ]);
      return derive('sum', days('count-back'), [...wholeDays, part]);
    }
    left -= month.sales;
    takenOff.push(sales);
    wholeDays.push(length);
  }
  return left <= 0 ? derive('sum', days('count-back'), wholeDays) : null;
}

/** Collection effectiveness of some days. Throws RangeError where there was nothing to collect. */
export function whyEffectiveness(
  { before, after }: { readonly before: readonly Standing[]; readonly after: readonly Standing[] },
  span: Span,
  sources: ReceivableSources,
): Why {
  const there = derive('sum', money('opening-and-sales'), [
    whyOpen(before, span.first - 1, sources),
    whySales(after, span, sources),
  ]);
  return derive('quotient', { rule: 'receivables.effectiveness', unit: 'ratio' }, [
    derive('difference', money('was-collected'), [there, whyOpen(after, span.last, sources)]),
    derive('difference', money('could-be-collected'), [there, whyBucket(after, span.last, 0, sources)]),
  ]);
}
