import type { FollowUpStep } from '@milepost/contract/events';

/** A step as it is typed. */
export type StepRow = { dayOffset: string; kind: FollowUpStep['kind']; text: string };

export const rowsOf = (steps: readonly FollowUpStep[]): StepRow[] =>
  steps.map(({ dayOffset, kind, text }) => ({ dayOffset: String(dayOffset), kind, text }));

/** The steps by their day; null while a day is no whole number of days, or a step says nothing. */
export function stepsOf(rows: readonly StepRow[]): FollowUpStep[] | null {
  const isWhole = ({ dayOffset, text }: StepRow) =>
    /^\d{1,3}$/.test(dayOffset.trim()) && Number(dayOffset) <= 365 && text.trim() !== '';
  if (!rows.every(isWhole)) return null;
  return rows
    .map(({ dayOffset, kind, text }) => ({ dayOffset: Number(dayOffset), kind, text: text.trim() }))
    .sort((a, b) => a.dayOffset - b.dayOffset);
}
