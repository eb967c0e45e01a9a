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
    wanted.map((one) => ({
      ...{ id: one.row.id, worth: worthIn(one, open.length), visits: one.visits, hours: each },
      most: possible(one, horizon).reduce((sum, part) => sum + part.visits, 0),
    })),
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
  horizon: Hours,
): Proposed[] {
  const { at, open } = facts;
  const granted = wanted.flatMap((one) => spared(one, allocation.granted.get(one.row.id) ?? 0, horizon));
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

type Hours = readonly { capacity: number; taken: number }[];

/** The parts of a promise for which there is a week with hours. */
const possible = ({ parts }: Promised, horizon: Hours): VisitPromise[] =>
  parts.filter(({ first = 0, last = horizon.length - 1 }) =>
    horizon.slice(first, last + 1).some(({ capacity }) => capacity > 0),
  );

/** As many of an account's visits as were granted: in their own periods when all are, else spread over the whole horizon. */
function spared(promised: Promised, granted: number, horizon: Hours): VisitPromise[] {
  const parts = possible(promised, horizon);
  const [head] = parts;
  if (!head || granted === 0) return [];
  if (granted >= parts.reduce((sum, { visits }) => sum + visits, 0)) return parts;
  const first = Math.min(...parts.map((part) => part.first ?? 0));
  const last = Math.max(...parts.map((part) => part.last ?? horizon.length - 1));
  return [{ ...head, visits: granted, first, last }];
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
