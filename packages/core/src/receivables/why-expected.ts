import { type Day, toIso } from '../calendar/civil-day.ts';
import { derive, stored } from '../explain/derive.ts';
import type { Why } from '../explain/why.ts';
import type { Curve } from '../survival/kaplan-meier.ts';
import { chanceWithin } from './expected-cash.ts';
import type { Standing } from './invoice.ts';
import { type ReceivableSources, sumByInvoice, whyOpenInvoices, whyOpenOf } from './why-receivables.ts';

type Span = { readonly first: Day; readonly last: Day };

const money = (rule: string, label?: string) =>
  ({ rule: `receivables.${rule}`, unit: 'money', ...(label === undefined ? {} : { label }) }) as const;

/** The open invoices of whose age the past says something, or (`false`) nothing. */
const openAt = (standings: readonly Standing[], curve: Curve, on: Day, isKnown: boolean): Standing[] =>
  standings.filter(
    ({ invoice, open }) => open > 0 && (chanceWithin(curve, on - invoice.issued, 0) !== null) === isKnown,
  );

/** What is expected of the open invoices by a day, invoice by invoice: as `cashWithin` reckons it. */
export function whyUntil(
  standings: readonly Standing[],
  curve: Curve,
  { on, until }: { readonly on: Day; readonly until: Day },
  sources: ReceivableSources,
): Why {
  return derive('round', money('expected-until', toIso(until)), [
    sumByInvoice(money('open-by-chance'), openAt(standings, curve, on, true), (one) => {
      const age = on - one.invoice.issued;
      const chance = chanceWithin(curve, age, until - on) ?? 0;
      const id = `chance-at-${age}-within-${until - on}`;
      return derive('product', money('open-by-chance-of'), [
        whyOpenOf(one, sources),
        stored('collection-chance', id, chance, 'ratio', `${age} → ${age + until - on}`),
      ]);
    }),
  ]);
}

/** Cash of one week as `expectedCash` rounds it: expected by its last day less expected by the day before it. */
export function whyExpected(
  standings: readonly Standing[],
  curve: Curve,
  { on, first, last }: Span & { readonly on: Day },
  sources: ReceivableSources,
): Why {
  const until = (day: Day) => whyUntil(standings, curve, { on, until: day }, sources);
  return derive('difference', money('expected'), first - 1 <= on ? [until(last)] : [until(last), until(first - 1)]);
}

/** What `expectedCash` calls later: open, less what is expected by the last day of the weeks. */
export const whyLater = (
  standings: readonly Standing[],
  curve: Curve,
  { on, last }: { readonly on: Day; readonly last: Day },
  sources: ReceivableSources,
): Why =>
  derive('difference', money('expected-later'), [
    whyOpenInvoices(money('open-with-history'), openAt(standings, curve, on, true), sources),
    whyUntil(standings, curve, { on, until: last }, sources),
  ]);

/** What is open at an age of which the past says nothing. */
export const whyUnknown = (standings: readonly Standing[], curve: Curve, on: Day, sources: ReceivableSources): Why =>
  whyOpenInvoices(money('open-without-history'), openAt(standings, curve, on, false), sources);
