import { workingOf } from '@milepost/contract/calendar';
import { toDay } from '@milepost/core/calendar/civil-day';
import { workdays } from '@milepost/core/calendar/workdays';
import { capacityHours, type RepTerm } from '@milepost/core/capacity/capacity';
import { derive, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import type { Actor } from '../../auth/actor.ts';

/** Hours of selling in a day of full time. */
const sellingHoursPerDay = 8;
const fullTime: RepTerm = { fte: 1, startsOn: null, endsOn: null, ramp: [], daysOff: new Set() };

type Span = { from: string; to: string };

/** Hours of selling that some people have between two days: full time, on the organisation's working days. */
export function hoursHad({ organisation }: Actor, sellers: readonly string[], { from, to }: Span): number {
  const span = { first: toDay(from), last: toDay(to) };
  const [hours = 0] = capacityHours(fullTime, [span], workingOf(organisation), sellingHoursPerDay);
  return hours * sellers.length;
}

/** The same with its derivation. */
export function hoursHadWhy({ organisation }: Actor, sellers: readonly string[], { from, to }: Span): Why {
  return derive('product', { rule: 'funnel.hours-had', unit: 'hours' }, [
    stored('calendar', `${from}–${to}`, workdays(toDay(from), toDay(to), workingOf(organisation)), 'days', to),
    stored('funnel', 'selling-hours', sellingHoursPerDay, 'hours'),
    stored('funnel', 'sellers', sellers.length, 'count'),
  ]);
}
