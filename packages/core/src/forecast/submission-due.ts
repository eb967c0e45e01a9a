import type { Day } from '../calendar/civil-day.ts';

/** A number is to be said in the first week of its period, while it can still be acted on. */
const daysToSay = 7;

/**
 * What somebody owes the forecast of a period: `due` where they have said no number, by the end of the day `dueOn`; `stale` where deals of
 * the number that they said have moved since. Null where they owe nothing: before the period and after it, without an open deal that is to
 * close in it, and while their number stands.
 * @param openDeals how many open deals of theirs, or of those whom they lead, are to close in the period.
 * @param movedDeals of the number said last, how many deals have moved; null where none was said.
 */
export function submissionDue(about: {
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  readonly openDeals: number;
  readonly movedDeals: number | null;
}): { readonly kind: 'due'; readonly dueOn: Day } | { readonly kind: 'stale'; readonly movedDeals: number } | null {
  const { from, to, today, openDeals, movedDeals } = about;
  if (today < from || today > to) return null;
  if (movedDeals !== null) return movedDeals > 0 ? { kind: 'stale', movedDeals } : null;
  return openDeals > 0 ? { kind: 'due', dueOn: Math.min(to, from + daysToSay - 1) } : null;
}
