import type { LearningPathView } from '@milepost/contract/training/paths';
import { addMonths, civilDateOf, toDay, toIso } from '@milepost/core/calendar/civil-day';

type Drawn = Pick<LearningPathView, 'day' | 'parts'> & { dueOn: string };
export type Bar = LearningPathView['parts'][number] & { left: number; width: number };

/** Where bars, months and the day that is wanted stand, as shares of the width: from today to the later of the end and that day. */
export function ganttOf({ day, parts, dueOn }: Drawn): {
  bars: Bar[];
  months: { month: string; left: number }[];
  dueAt: number | null;
} {
  const first = toDay(day);
  const last = Math.max(first + 27, toDay(dueOn), ...parts.map(({ to }) => toDay(to)));
  const span = last - first + 1;
  const at = (one: number): number => (one - first) / span;
  const { year, month } = civilDateOf(first);
  const start = toDay(`${year}-${String(month).padStart(2, '0')}-01`);
  // At most eight words fit beside each other on a telephone.
  const step = Math.max(1, Math.ceil(span / 30 / 8));
  const months: { month: string; left: number }[] = [];
  for (let ahead = 1; addMonths(start, ahead) <= last; ahead += step)
    months.push({ month: toIso(addMonths(start, ahead)), left: at(addMonths(start, ahead)) });
  return {
    bars: parts.map((part) => ({
      ...part,
      left: Math.max(0, at(toDay(part.from))),
      width: (toDay(part.to) - toDay(part.from) + 1) / span,
    })),
    months,
    dueAt: dueOn < day ? null : at(toDay(dueOn) + 1),
  };
}
