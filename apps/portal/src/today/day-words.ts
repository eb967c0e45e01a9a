import type { TodayRow } from '@milepost/contract/today';
import { toDay } from '@milepost/core/calendar/civil-day';

/** How a due day is told beside its date: late by so many days, today, tomorrow, or not at all. */
export function dueWord(
  dueOn: string | null,
  today: string,
): { key: 'late' | 'today' | 'tomorrow'; days: number } | null {
  if (dueOn === null) return null;
  const days = toDay(today) - toDay(dueOn);
  if (days > 0) return { key: 'late', days };
  if (days === 0) return { key: 'today', days: 0 };
  return days === -1 ? { key: 'tomorrow', days: 1 } : null;
}

/** The record that an item opens. */
export function placeOf(row: TodayRow, paths: Readonly<Record<string, (id: string) => string>>): string | null {
  if (row.source !== 'activity') return paths[row.source]?.(row.id) ?? null;
  for (const [kind, ref] of [
    ['opportunity', row.opportunity],
    ['account', row.account],
    ['lead', row.lead],
    ['contact', row.contact],
  ] as const)
    if (ref) return paths[kind]?.(ref.id) ?? null;
  return null;
}

/** Whom an item is for. */
export const forWhom = ({ account, lead, contact, opportunity }: TodayRow): string | null =>
  account?.name ?? lead?.name ?? contact?.name ?? opportunity?.name ?? null;

/** Visits and meetings in the order of the day: those with a time first. */
export const calendarOf = (rows: readonly TodayRow[], today: string): TodayRow[] =>
  rows
    .filter(({ kind, plannedOn }) => (kind === 'visit' || kind === 'meeting') && plannedOn === today)
    .sort((a, b) => ((a.startsAt ?? '99') < (b.startsAt ?? '99') ? -1 : 1));
