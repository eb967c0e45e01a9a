import type { Day } from '../calendar/civil-day.ts';
import type { Standing } from './invoice.ts';

/** How a customer pays, as of a day. An invoice is late when it was settled after its due day, or is open after it. */
export type Lateness = {
  /** Invoices of which it is known whether they are late: settled, or overdue. */
  readonly judged: number;
  readonly late: number;
  /** Late of those judged; null without any. */
  readonly lateShare: number | null;
  readonly settled: number;
  /** Mean days from issue to settlement, and mean days late of those settled late; null without any. */
  readonly daysToSettle: number | null;
  readonly daysLate: number | null;
};

/** How the invoices of one customer were paid. Those that credit notes settled alone count as neither. */
export function latenessOf(standings: readonly Standing[], on: Day): Lateness {
  const settled = standings.flatMap(({ invoice, collected, open }) => {
    const last = collected.at(-1);
    return open === 0 && last ? [{ toSettle: last.day - invoice.issued, late: last.day - invoice.due }] : [];
  });
  const overdue = standings.filter(({ invoice, open }) => open > 0 && invoice.due < on).length;
  const tardy = settled.filter(({ late }) => late > 0);
  const judged = settled.length + overdue;
  const late = tardy.length + overdue;
  return {
    judged,
    late,
    lateShare: judged === 0 ? null : late / judged,
    settled: settled.length,
    daysToSettle: mean(settled.map(({ toSettle }) => toSettle)),
    daysLate: mean(tardy.map((one) => one.late)),
  };
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
