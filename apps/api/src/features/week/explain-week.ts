import type { ExplainedView } from '@milepost/contract/explain';
import type { WeekWhyQuery } from '@milepost/contract/week';
import { callResponse } from '@milepost/core/cadence/call-response';
import { type Span, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { derive, record, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { Failure } from '../../http/failure.ts';
import { planWeek, type WeekPlan } from './plan-week.ts';
import { capacityOf, hoursOf, type Promised, type WeekFacts } from './week-facts.ts';

const hours = (rule: string, label?: string) =>
  ({ rule: `week.${rule}`, unit: 'hours', ...(label === undefined ? {} : { label }) }) as const;

/** Hours of one visit: with the customer, and on the way. */
const visitWhy = ({ settings }: WeekFacts, label: string): Why =>
  derive('sum', hours('visit', label), [
    stored('tiers', 'visit-hours', settings.visitHours, 'hours'),
    stored('tiers', 'way-hours', settings.wayHours, 'hours'),
  ]);

/** Hours that stand in some days: activities, and the visits proposed. */
export const loadWhy = (facts: WeekFacts, plan: WeekPlan, span: Span): Why => {
  const isWithin = (day: number) => day >= span.first && day <= span.last;
  return derive('sum', hours('load'), [
    ...facts.agenda
      .filter(({ on_day }) => isWithin(toDay(on_day)))
      .map((one) => record('activity', one.id, hoursOf(one, facts), 'hours', one.subject)),
    ...plan.proposals.filter(({ day }) => isWithin(day)).map(({ promised }) => visitWhy(facts, promised.row.name)),
  ]);
};

export const neededWhy = (facts: WeekFacts): Why =>
  derive(
    'sum',
    hours('needed'),
    facts.promised
      .filter(({ visits }) => visits > 0)
      .map(({ row, visits }) =>
        derive('product', hours('account-hours', row.name), [
          record('account', row.id, visits, 'count', row.name),
          visitWhy(facts, row.name),
        ]),
      ),
  );

/** Hours of selling that are left in the horizon: week by week capacity less what is fixed, never below nothing. */
export const availableWhy = (facts: WeekFacts): Why =>
  derive(
    'sum',
    hours('available'),
    facts.open.map((span) => {
      const fixed = facts.agenda
        .filter(({ on_day }) => toDay(on_day) >= span.first && toDay(on_day) <= span.last)
        .map((one) => record('activity', one.id, hoursOf(one, facts), 'hours', one.subject));
      const label = toIso(span.first);
      return derive('max', hours('week-left', label), [
        stored('week', 'nothing-less', 0, 'hours'),
        derive('difference', hours('week-free', label), [
          capacityOf(facts, span, label),
          derive('sum', hours('fixed', label), fixed),
        ]),
      ]);
    }),
  );

/** Margin that some visits of an account would bring: its worth in the horizon by what the response to visits rises. */
function gainWhy(facts: WeekFacts, { row, visits }: Promised, from: number, to: number): Why {
  const { at } = callResponse(facts.settings.judgement);
  const money = (rule: string) => ({ rule: `week.${rule}`, unit: 'money', label: row.name }) as const;
  return derive('product', money('gain'), [
    derive('product', money('worth'), [
      record('account', row.id, Math.max(0, row.tier_score_minor ?? 0), 'money', row.name),
      derive('quotient', { rule: 'week.part-of-year', unit: 'ratio' }, [
        stored('week', 'weeks-left', facts.open.length, 'count'),
        stored('week', 'weeks-a-year', 52, 'count'),
      ]),
    ]),
    derive('difference', { rule: 'week.response-rise', unit: 'ratio' }, [
      stored('week', 'response-with', at(to / visits), 'ratio'),
      stored('week', 'response-without', at(from / visits), 'ratio'),
    ]),
  ]);
}

/** What the next unmet visit of an account would bring; undefined when all of its visits are granted. */
export function lostWhy(facts: WeekFacts, { allocation }: WeekPlan, accountId: string): Why | undefined {
  const promised = facts.promised.find(({ row }) => row.id === accountId);
  const granted = allocation.granted.get(accountId) ?? 0;
  if (!promised || granted >= promised.visits) return undefined;
  return gainWhy(facts, promised, granted, granted + 1);
}

/** What one more hour would bring; undefined when everything fits. */
export function hourPriceWhy(facts: WeekFacts, { allocation: { next } }: WeekPlan): Why | undefined {
  const promised = next && facts.promised.find(({ row }) => row.id === next.id);
  if (!next || !promised) return undefined;
  return derive('quotient', { rule: 'week.hour-price', unit: 'money' }, [
    gainWhy(facts, promised, next.from, next.to),
    derive('product', hours('hours-of-visits'), [
      stored('week', 'visits', next.to - next.from, 'count'),
      visitWhy(facts, promised.row.name),
    ]),
  ]);
}

/** @throws Failure `not-found` where there is no such figure */
export function explainWeek(facts: WeekFacts, { figure, day, accountId }: WeekWhyQuery, now: string): ExplainedView {
  const plan = planWeek(facts);
  const span = day === undefined ? facts.week : { first: toDay(day), last: toDay(day) };
  if (span.first < facts.week.first || span.last > facts.week.last) throw new Failure('not-found');
  const why = {
    load: () => loadWhy(facts, plan, span),
    capacity: () => capacityOf(facts, span, day ?? toIso(span.first)),
    needed: () => neededWhy(facts),
    available: () => availableWhy(facts),
    lost: () => lostWhy(facts, plan, accountId ?? ''),
    'hour-price': () => hourPriceWhy(facts, plan),
  }[figure]();
  if (!why) throw new Failure('not-found');
  return { why, asOf: now };
}
