import type { OverviewTile, TileView } from '@milepost/contract/overview';
import { addMonths, toDay, toIso, weekdayOf } from '@milepost/core/calendar/civil-day';
import type { Why } from '@milepost/core/explain/why';
import { usualOf } from '@milepost/core/overview/usual';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { Year } from '../pacing/year-store.ts';
import type { PeriodSum } from './tally-reader-store.ts';

/** Who looks at the overview, on which day, and how many days are shown. */
export type Shown = {
  db: Db;
  actor: Actor;
  today: string;
  days: number;
  /** The fiscal year of the day, read once for all tiles. */
  year(): Promise<Year>;
};

/** A tile: what it shows, and how that comes about. Null: there is nothing to explain. */
export type TileSpec = {
  key: OverviewTile;
  read(shown: Shown): Promise<TileView>;
  explain(shown: Shown): Promise<Why | null>;
};

/** The span of the days that are shown. */
export const spanOf = ({ today, days }: Pick<Shown, 'today' | 'days'>) => ({
  from: toIso(toDay(today) - days + 1),
  to: today,
});

/** What a tile is where nothing else is said. */
export const plainTile = {
  beside: null,
  interval: null,
  counts: null,
  signal: null,
  trend: [],
} as const satisfies Partial<TileView>;

/** Few days are told by day, some by week, a year by month: there are always enough of them, and never too many. */
export const grainFor = (days: number): TileView['grain'] => (days <= 30 ? 'day' : days <= 90 ? 'week' : 'month');

/** The first day of the period that a day stands in. */
function periodOf(day: string, grain: TileView['grain'], weekStart: number): string {
  if (grain === 'day') return day;
  if (grain === 'month') return `${day.slice(0, 7)}-01`;
  const on = toDay(day);
  return toIso(on - ((weekdayOf(on) - weekStart + 7) % 7));
}

const nextOf = (period: string, grain: TileView['grain']): string =>
  toIso(grain === 'month' ? addMonths(toDay(period), 1) : toDay(period) + (grain === 'week' ? 7 : 1));

/** Sums of days as the periods of a trend, those without anything as 0, and those that are cut off at the beginning left out. */
export function trendOf(
  sums: readonly PeriodSum[],
  { today, days, actor }: Pick<Shown, 'today' | 'days' | 'actor'>,
  signOf: (measure: PeriodSum['measure']) => number,
): { trend: { period: string; value: number }[]; grain: TileView['grain']; isLastWhole: boolean } {
  const grain = grainFor(days);
  const { weekStart } = actor.organisation;
  const { from, to } = spanOf({ today, days });
  const first = periodOf(from, grain, weekStart);
  const values = new Map<string, number>();
  for (let period = first < from ? nextOf(first, grain) : first; period <= to; period = nextOf(period, grain))
    values.set(period, 0);
  for (const { measure, period: day, value } of sums) {
    const period = periodOf(day, grain, weekStart);
    const before = values.get(period);
    if (before !== undefined) values.set(period, before + signOf(measure) * value);
  }
  const trend = [...values].map(([period, value]) => ({ period, value }));
  const last = trend.at(-1);
  return { trend, grain, isLastWhole: last !== undefined && nextOf(last.period, grain) === toIso(toDay(to) + 1) };
}

/** What is usual by period, judged by the last whole one. More is better. */
export function usualTile(
  { trend, isLastWhole }: Pick<ReturnType<typeof trendOf>, 'trend' | 'isLastWhole'>,
  how: { readonly neverNegative: boolean },
): Pick<TileView, 'interval' | 'signal'> {
  const values = trend.map(({ value }) => value);
  const usual = usualOf(isLastWhole ? values : values.slice(0, -1), how);
  if (!usual) return { interval: null, signal: null };
  const signals = { above: 'good', steady: 'good', below: 'bad' } as const;
  return {
    interval: { kind: 'usual', low: usual.low, high: usual.high, conf: null },
    signal: signals[usual.signal],
  };
}

export const sumOf = (sums: readonly PeriodSum[], signOf: (measure: PeriodSum['measure']) => number): number =>
  sums.reduce((all, { measure, value }) => all + signOf(measure) * value, 0);
