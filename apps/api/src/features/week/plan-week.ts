import { allocateVisits, type VisitAllocation } from '@milepost/core/cadence/allocate-visits';
import { visitsAMonth } from '@milepost/core/cadence/cadence';
import { type Day, type Span, toDay } from '@milepost/core/calendar/civil-day';
import { cadenceLoad } from '@milepost/core/capacity/cadence-load';
import { planDays } from '@milepost/core/week/plan-days';
import { planVisits, type VisitPromise } from '@milepost/core/week/plan-visits';
import { capacityOf, hoursEach, hoursOf, type Promised, type WeekFacts } from './week-facts.ts';

/** A visit proposed for a day; `n` counts the visits of one account in one week. */
export type Proposed = { promised: Promised; day: Day };
export type WeekPlan = {
  proposals: Proposed[];
  allocation: VisitAllocation;
  over: ReturnType<typeof cadenceLoad>;
};

const weeksAYear = 52;

/** Margin that an account brings in the weeks of the horizon: its score at the last review, by the part of the year. */
export const worthIn = ({ row }: Pick<Promised, 'row'>, weeks: number): number =>
  Math.max(0, ((row.tier_score_minor ?? 0) * weeks) / weeksAYear);

export const takenIn = (facts: WeekFacts, { first, last }: Span): number =>
  facts.agenda
    .filter(({ on_day }) => {
      const day = toDay(on_day);
      return day >= first && day <= last;
    })
    .reduce((sum, activity) => sum + hoursOf(activity, facts), 0);

/** Visits of the week asked for that cadences want, laid on its days, and what does not fit until the end of the quarter. */
export function planWeek(facts: WeekFacts): WeekPlan {
  const { open, promised, settings, at } = facts;
  const each = hoursEach(settings);
  const horizon = open.map((span) => ({ capacity: capacityOf(facts, span, '').value, taken: takenIn(facts, span) }));
  const left = horizon.reduce((sum, { capacity, taken }) => sum + Math.max(0, capacity - taken), 0);
  const wanted = promised.filter(({ visits }) => visits > 0);
  const allocation = allocateVisits(
    wanted.map((one) => ({ id: one.row.id, worth: worthIn(one, open.length), visits: one.visits, hours: each })),
    left,
    settings.judgement,
  );
  const proposals = at < 0 ? [] : proposalsIn(facts, wanted, allocation, horizon);
  return { proposals, allocation, over: monthlyLoad(facts, each) };
}

function proposalsIn(
  facts: WeekFacts,
  wanted: readonly Promised[],
  allocation: VisitAllocation,
  horizon: readonly { capacity: number; taken: number }[],
): Proposed[] {
  const { at, open } = facts;
  const granted = wanted.flatMap((one) => spared(one, allocation.granted.get(one.row.id) ?? 0));
  const { weeks } = planVisits(granted, horizon);
  const byId = new Map(wanted.map((one) => [one.row.id, one]));
  const here = granted.flatMap(({ id, hours }) =>
    (weeks.get(id) ?? [])
      .filter((week) => week === at)
      .map((_, n) => {
        const promised = byId.get(id.split(' ')[0] ?? '') as Promised;
        return { id: `${id} ${n}`, hours, district: promised.row.region, promised };
      }),
  );
  const { first, last } = open[at] as Span;
  const days = Array.from({ length: last - first + 1 }, (_, n) => {
    const span = { first: first + n, last: first + n };
    return { day: first + n, capacity: capacityOf(facts, span, '').value, taken: takenIn(facts, span) };
  });
  const placed = planDays(here, days);
  return here.flatMap(({ id, promised }) => {
    const day = placed.get(id);
    return day === undefined ? [] : [{ promised, day }];
  });
}

/** So many of an account's visits as were granted, spread over its periods as evenly as they lay before. */
function spared({ parts, visits }: Promised, granted: number): VisitPromise[] {
  if (granted >= visits) return parts;
  const all = parts.flatMap((part, at) => new Array<number>(part.visits).fill(at));
  const kept = Array.from({ length: granted }, (_, k) => all[Math.floor((k * visits) / granted)]);
  return parts
    .map((part, at) => ({ ...part, visits: kept.filter((one) => one === at).length }))
    .filter((part) => part.visits > 0);
}

/** Visits a month that all cadences ask for, against the hours of an average month of the quarter (case 16). */
function monthlyLoad(facts: WeekFacts, each: number): WeekPlan['over'] {
  const hours = capacityOf(facts, facts.quarter, '').value;
  const accounts = facts.promised.map(({ row, cadence }) => ({
    id: row.id,
    tier: row.tier ?? '',
    worth: row.tier_score_minor,
    ...visitsAMonth(cadence),
  }));
  return cadenceLoad(accounts, hours / 3 / each, ['C', 'B']);
}
