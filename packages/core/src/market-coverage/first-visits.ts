import type { Day } from '../calendar/civil-day.ts';
import { type IsoWeek, isoWeek } from '../calendar/iso-week.ts';
import { type Market, type MarketBy, marketKey, marketOf } from './markets.ts';

/** A visit that was made. */
export type Visit = {
  readonly id: string;
  readonly day: Day;
  readonly segment: string | null;
  readonly region: string | null;
};

/** The visit with which a market was entered, and the ISO week it counts in. */
export type FirstVisit = {
  readonly visitId: string;
  readonly day: Day;
  readonly week: IsoWeek;
  readonly market: Market;
};

/**
 * The first visit ever of each market, by day: coverage of an ISO week is how many of them lie in it (rule 1, KPIs). A market counts once,
 * so weeks sum to every longer time. Visits of accounts whose market nobody has said count for none. Of several on a day the one with the
 * lowest id is the first.
 */
export function firstVisits(visits: readonly Visit[], by: MarketBy): FirstVisit[] {
  const first = new Map<string, FirstVisit>();
  for (const visit of visits.toSorted((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1))) {
    const market = marketOf(visit, by);
    if (market === null || first.has(marketKey(market))) continue;
    first.set(marketKey(market), { visitId: visit.id, day: visit.day, week: isoWeek(visit.day), market });
  }
  return [...first.values()];
}
