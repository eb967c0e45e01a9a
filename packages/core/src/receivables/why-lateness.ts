import type { Day } from '../calendar/civil-day.ts';
import { derive } from '../explain/derive.ts';
import type { Why } from '../explain/why.ts';
import type { Standing } from './invoice.ts';
import { type ReceivableSources, sumByInvoice } from './why-receivables.ts';

/** Settled by money, with the day of the last payment. */
const settledIn = (standings: readonly Standing[]) =>
  standings.flatMap((standing) => {
    const last = standing.collected.at(-1);
    return standing.open === 0 && last ? [{ standing, day: last.day }] : [];
  });

/** The share of late invoices, as `latenessOf` counts them. Throws RangeError where none can be judged. */
export function whyLateShare(standings: readonly Standing[], on: Day, sources: ReceivableSources): Why {
  const settled = settledIn(standings);
  const overdue = standings.filter(({ invoice, open }) => open > 0 && invoice.due < on);
  const tardy = settled.filter(({ standing, day }) => day > standing.invoice.due).map(({ standing }) => standing);
  const one = ({ invoice }: Standing) => sources.invoice(invoice, 1, 'count');
  const count = (rule: string, some: readonly Standing[]) =>
    sumByInvoice({ rule: `receivables.${rule}`, unit: 'count' }, some, one);
  return derive('quotient', { rule: 'receivables.late-share', unit: 'ratio' }, [
    count('late-invoices', [...tardy, ...overdue]),
    count('judged-invoices', [...settled.map(({ standing }) => standing), ...overdue]),
  ]);
}

/** Mean days from issue to settlement. Throws RangeError where none is settled. */
export function whyDaysToSettle(standings: readonly Standing[], sources: ReceivableSources): Why {
  const settled = new Map(settledIn(standings).map(({ standing, day }) => [standing, day]));
  const days = sumByInvoice({ rule: 'receivables.days-of-invoices', unit: 'days' }, [...settled.keys()], (one) =>
    sources.invoice(one.invoice, (settled.get(one) ?? 0) - one.invoice.issued, 'days'),
  );
  const count = sumByInvoice({ rule: 'receivables.settled-invoices', unit: 'count' }, [...settled.keys()], (one) =>
    sources.invoice(one.invoice, 1, 'count'),
  );
  return derive('quotient', { rule: 'receivables.days-to-settle', unit: 'days' }, [days, count]);
}
