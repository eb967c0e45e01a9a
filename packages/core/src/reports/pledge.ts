import type { Day } from '../calendar/civil-day.ts';

export const pledgeStandings = ['open', 'kept', 'missed', 'dropped'] as const;
export type PledgeStanding = (typeof pledgeStandings)[number];

/** What somebody undertook to do by a day, and what they said became of it. */
export type Pledge = {
  readonly dueOn: Day;
  readonly settled: { readonly as: 'kept' | 'dropped'; readonly on: Day } | null;
};

/**
 * Where a pledge stands when a day is over. Open until its day; what is still open when its day is over is missed, and what is said later
 * does not change that: kept too late is missed, and so is dropped too late.
 */
export function pledgeStanding({ dueOn, settled }: Pledge, day: Day): PledgeStanding {
  if (settled !== null && settled.on <= day && settled.on <= dueOn) return settled.as;
  return day >= dueOn ? 'missed' : 'open';
}

/** How many of those that were judged were kept. What was dropped in time is judged neither way. */
export function pledgesKept(standings: readonly PledgeStanding[]): { kept: number; judged: number } {
  const kept = standings.filter((standing) => standing === 'kept').length;
  return { kept, judged: kept + standings.filter((standing) => standing === 'missed').length };
}
