import type { ReceivablesRow } from '@milepost/contract/receivables';
import {
  agedAmounts,
  agedInvoices,
  type CollectedShare,
  collectedBy,
  collectedShare,
} from '@milepost/core/receivables/collected-share';
import { exposureOf, type Standing } from '@milepost/core/receivables/invoice';
import { latenessOf } from '@milepost/core/receivables/lateness';
import { receivablesOn } from '@milepost/core/receivables/receivables-on';
import { isSet } from '../../db/columns.ts';
import type { Part, ReceivablesFacts } from './receivables-facts.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const shareView = (
  found: CollectedShare | null,
  { collected, owed }: { collected: number; owed: number },
): ReceivablesRow['collected'] => found && { share: found.share, ...found.interval, collected, owed };

/** The figures of one part, as of the day. */
export function receivablesRow(facts: ReceivablesFacts, { id, name, standings }: Part): ReceivablesRow {
  const { on, begins, definition, rows } = facts;
  const { withinDays, withinFrom, windowDays } = definition;
  const found = receivablesOn(standings, on, { window: windowDays, begins });
  const lateness = latenessOf(standings, on);
  const start = ({ invoice }: Standing) => (withinFrom === 'issue' ? invoice.issued : invoice.due);
  const watched = standings.filter((one) => start(one) <= on);
  const counted = agedInvoices(watched, on, withinFrom);
  return {
    id,
    name,
    invoices: standings.length,
    openInvoices: standings.filter(({ open }) => open > 0).length,
    open: found.open,
    overdue: found.overdue,
    disputed: sum(standings.map(({ invoice, open }) => (isSet(rows.get(invoice.id)?.is_disputed ?? 0) ? open : 0))),
    overpaid: sum(standings.map(({ overpaid }) => overpaid)),
    buckets: [...found.buckets],
    sales: found.sales,
    daysOutstanding: found.daysOutstanding,
    bestPossible: found.bestPossible,
    delinquent: found.delinquent,
    countBack: found.countBack,
    collected: shareView(collectedShare(agedAmounts(watched, on, withinFrom), withinDays), {
      collected: collectedBy(watched, withinFrom, withinDays),
      owed: sum(watched.map(exposureOf)),
    }),
    collectedByCount: shareView(collectedShare(counted, withinDays), {
      collected: counted.filter(({ age, isPaid }) => isPaid && age <= withinDays).length,
      owed: counted.length,
    }),
    late:
      lateness.lateShare === null ? null : { share: lateness.lateShare, late: lateness.late, judged: lateness.judged },
    daysToSettle: lateness.daysToSettle,
  };
}
