import type { Dimension } from '@milepost/contract/figures';
import { toDay } from '@milepost/core/calendar/civil-day';
import { type FiscalCalendar, fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import type { Label } from './labels-store.ts';
import type { GroupSums, Sums } from './store.ts';

/** A row of a figure, and the stored values of the dimension that it gathers. */
export type FigureRow = { key: string; id: string | null; value: number; groups: (string | null)[] };

/** `2017-03` → `2017Q1`, or `FY2018Q3` in the organisation's fiscal year. */
function quarterOf(month: string, by: 'quarter' | 'fiscal-quarter', calendar: FiscalCalendar): string {
  const day = toDay(`${month}-01`);
  if (by === 'quarter') return `${month.slice(0, 4)}Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  const { label, quarter } = fiscalYearOf(day, calendar);
  return `${label}Q${quarter}`;
}

/** Names as they are, and where two records share one, each with its mark; where the mark is shared too, with its id. */
function keysOf(labels: ReadonlyMap<string, Label>): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [name, same] of Map.groupBy(labels.values(), (label) => label.name)) {
    const marks = Map.groupBy(same, (label) => label.mark);
    for (const { id, mark } of same)
      keys.set(id, same.length === 1 ? name : `${name} (${marks.get(mark)?.length === 1 ? mark : id})`);
  }
  return keys;
}

/** What a stored value of a dimension is called in a row, and the record behind it. */
export type Keyer = (group: string | null) => { key: string; id: string | null };

type Keying = { by: Dimension; labels: ReadonlyMap<string, Label> | null; calendar: FiscalCalendar };

/** What has no value on the dimension, or one out of sight, stands under ''. */
export function keyerOf({ by, labels, calendar }: Keying): Keyer {
  const keys = labels && keysOf(labels);
  return (group) => {
    if (group === null) return { key: '', id: null };
    if (keys) return { key: keys.get(group) ?? '', id: keys.has(group) ? group : null };
    const isQuarter = by === 'quarter' || by === 'fiscal-quarter';
    return { key: isQuarter ? quarterOf(group, by, calendar) : group, id: null };
  };
}

/** In the order in which rows stand. */
export const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);

/** The rows of a sum over credits, in the order of their keys; they sum to the sums. */
export function rowsOf(measure: { of(sums: Sums): number }, sums: readonly GroupSums[], keying: Keying): FigureRow[] {
  const keyOf = keyerOf(keying);
  const rows = new Map<string, FigureRow>();
  for (const sum of sums) {
    const { key, id } = keyOf(sum.group);
    const row = rows.get(key) ?? { key, id, value: 0, groups: [] };
    row.value += measure.of(sum);
    row.groups.push(sum.group);
    rows.set(key, row);
  }
  return [...rows.values()].sort(byKey);
}
