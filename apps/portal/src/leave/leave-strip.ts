import type { LeaveView } from '@milepost/contract/leave';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';

/** So many weeks are drawn. */
export const stripWeeks = 8;

/** A leave as a bar: the columns it covers, counted from 1, and its own record. */
export type LeaveBar = { leave: LeaveView; start: number; span: number };
export type LeaveRow = { id: string; name: string; bars: LeaveBar[] };

/** The days of the strip from a day on. */
export function stripDays(today: string): { from: string; to: string; weekStarts: string[] } {
  const first = toDay(today);
  return {
    from: today,
    to: toIso(first + stripWeeks * 7 - 1),
    weekStarts: Array.from({ length: stripWeeks }, (_, week) => toIso(first + week * 7)),
  };
}

/** Who is away on the days of the strip, a row a person in the order of their names, cut to what is drawn. */
export function leaveRows(leaves: readonly LeaveView[], today: string): LeaveRow[] {
  const { from, to } = stripDays(today);
  const shown = leaves.filter((leave) => leave.to >= from && leave.from <= to);
  const rows = [...Map.groupBy(shown, ({ personId }) => personId)].map(([id, some]) => ({
    id,
    name: some[0]?.person?.name ?? '',
    bars: some.map((leave) => {
      const start = Math.max(toDay(leave.from), toDay(from)) - toDay(from) + 1;
      const end = Math.min(toDay(leave.to), toDay(to)) - toDay(from) + 1;
      return { leave, start, span: end - start + 1 };
    }),
  }));
  return rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
