import { type DayOrder, dissectDay } from './dissect-day.ts';
import { ordersOf } from './read-day.ts';
import { isUnknown } from './read-text.ts';
import type { Example } from './value-reading.ts';

/**
 * What the cells of a column seen so far say of the order of day and month: for each set of orders under which a cell
 * names a day (`dmy`, `dmy mdy`, …) how many there were and the first of them. Cells that name no day say nothing.
 */
export type DayEvidence = {
  readonly days: number;
  readonly others: number;
  readonly firstOther: Example | null;
  /** False as soon as the year is written with four digits and last: `ymd` then never was a possibility. */
  readonly mayBeginWithYear: boolean;
  readonly open: Readonly<Record<string, { readonly count: number; readonly first: Example }>>;
};

export const NO_DAYS: DayEvidence = { days: 0, others: 0, firstOther: null, mayBeginWithYear: true, open: {} };

/** The evidence with one more cell. */
export function noteDay(evidence: DayEvidence, cell: Example): DayEvidence {
  const day = dissectDay(cell.value);
  if (day === null) {
    if (isUnknown(cell.value)) return evidence;
    return { ...evidence, others: evidence.others + 1, firstOther: evidence.firstOther ?? cell };
  }
  if (day.form !== 'open')
    return evidence.days > 0 ? { ...evidence, days: evidence.days + 1 } : { ...evidence, days: 1 };
  const orders = ordersOf(day).join(' ');
  if (orders === '') return { ...evidence, others: evidence.others + 1, firstOther: evidence.firstOther ?? cell };
  const seen = evidence.open[orders] ?? { count: 0, first: cell };
  return {
    ...evidence,
    days: evidence.days + 1,
    mayBeginWithYear: evidence.mayBeginWithYear && !day.hasFullYear,
    open: { ...evidence.open, [orders]: { count: seen.count + 1, first: seen.first } },
  };
}

export type OrderDecision =
  /** The values allow one order only; null when no value left it open. */
  | { readonly status: 'decided'; readonly order: DayOrder | null }
  /** Every value reads under several orders: the organisation's is taken and said, null (ask) when it is none of them. */
  | { readonly status: 'ambiguous'; readonly order: DayOrder | null; readonly example: Example }
  /** Values contradict each other, or the organisation's format: the import stops and asks. `order` is what values allow. */
  | {
      readonly status: 'contradiction';
      readonly with: 'organisation' | 'values';
      readonly order: DayOrder | null;
      readonly examples: readonly Example[];
    };

/**
 * Decides the order of day and month for a whole column: `12/3/2021` follows the organisation's format, and one later row
 * that contradicts it (`25/3/2021` under month/day) stops the import. Nothing is ever decided row by row.
 */
export function decideDayOrder(evidence: DayEvidence, organisation: { order: DayOrder }): OrderDecision {
  const groups = Object.entries(evidence.open).map(([orders, seen]) => ({
    orders: orders.split(' ') as DayOrder[],
    ...seen,
  }));
  const [group] = groups;
  if (group === undefined) return { status: 'decided', order: null };
  const common = (['dmy', 'mdy', 'ymd'] as const).filter((order) =>
    groups.every(({ orders }) => orders.includes(order)),
  );
  const examples = groups.map(({ first }) => first).sort((a, b) => a.line - b.line);
  if (common.length === 0) return { status: 'contradiction', with: 'values', order: null, examples };
  const [only = null] = common;
  const own = organisation.order;
  const ownIsPossible = own !== 'ymd' || evidence.mayBeginWithYear;
  if (ownIsPossible && !common.includes(own)) {
    const against = groups.filter(({ orders }) => !orders.includes(own)).map(({ first }) => first);
    return {
      status: 'contradiction',
      with: 'organisation',
      order: common.length === 1 ? only : null,
      examples: against,
    };
  }
  if (common.length === 1) return { status: 'decided', order: only };
  return { status: 'ambiguous', order: common.includes(own) ? own : null, example: group.first };
}

/** Must somebody be asked before the column can be read? */
export const mustAskOrder = (decision: OrderDecision): boolean =>
  decision.status === 'contradiction' || (decision.status === 'ambiguous' && decision.order === null);
