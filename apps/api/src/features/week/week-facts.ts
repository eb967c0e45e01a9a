import { workingOf } from '@milepost/contract/calendar';
import { askedIn, periodOf, periodsOf, type VisitCadence } from '@milepost/core/cadence/cadence';
import { type Day, type Span, toDay, toIso, weekdayOf } from '@milepost/core/calendar/civil-day';
import type { WorkingCalendar } from '@milepost/core/calendar/workdays';
import { capacityHoursWhy, type PersonTerm } from '@milepost/core/capacity/capacity-why';
import type { VisitPromise } from '@milepost/core/week/plan-visits';
import { type Actor, reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { ActivityTable } from '../../db/tables/records.ts';
import { Failure } from '../../http/failure.ts';
import { type PromisedAccount, promisedAccounts, promiseOf } from '../cadence/promise-store.ts';
import { type Visits, visits } from '../cadence/visit-store.ts';
import { termOfPerson } from '../capacity/term-store.ts';
import { definitions } from '../measures/definition-store.ts';
import { type TierSettings, tierSettings } from '../tiers/settings-store.ts';
import { agenda } from './week-store.ts';

/** An account with what it is promised, as far as the horizon goes. `parts` are its visits by the weeks in which they may be made. */
export type Promised = { row: PromisedAccount; cadence: VisitCadence; parts: VisitPromise[]; visits: number };

export type WeekFacts = {
  person: PersonTerm;
  settings: TierSettings;
  visitKinds: readonly string[];
  working: WorkingCalendar;
  today: Day;
  /** Monday to Sunday. */
  week: Span;
  /** The weeks of the quarter that are left, this one from today on; empty when the week lies in a quarter that is over. */
  open: Span[];
  /** Which of them is the week asked for; −1 when it is over. */
  at: number;
  quarter: Span;
  agenda: ActivityTable[];
  promised: Promised[];
};

const none: Visits = { done: [], planned: [], called: [] };
const iso = ({ first, last }: Span) => ({ from: toIso(first), to: toIso(last) });

/** Hours of a visit with its way, as the organisation states them. */
export const hoursEach = ({ visitHours, wayHours }: TierSettings): number => visitHours + wayHours;

/** Hours of something that stands in the week: a visit takes what the organisation says where it says nothing itself. */
export function hoursOf(activity: Pick<ActivityTable, 'kind' | 'minutes'>, facts: Pick<WeekFacts, 'settings'>): number {
  const { visitHours, wayHours } = facts.settings;
  if (activity.kind !== 'visit') return (activity.minutes ?? 0) / 60;
  return (activity.minutes === null ? visitHours : activity.minutes / 60) + wayHours;
}

export const capacityOf = (facts: Pick<WeekFacts, 'person' | 'working'>, span: Span, label: string) =>
  capacityHoursWhy(facts.person, span, facts.working, label);

/** The weeks whose Thursday lies in a quarter. */
function weeksOf({ first, last }: Span): Span[] {
  const weeks: Span[] = [];
  const monday = first - weekdayOf(first) + 1;
  for (let at = monday; at + 3 <= last; at += 7) if (at + 3 >= first) weeks.push({ first: at, last: at + 6 });
  return weeks;
}

/**
 * Everything a week is planned from.
 * @throws Failure `not-found` for a person who is not there, or out of reach
 */
export async function weekFacts(
  db: Db,
  actor: Actor,
  today: string,
  { personId, weekOf }: { personId?: string | undefined; weekOf?: string | undefined },
): Promise<WeekFacts> {
  const id = personId ?? actor.personId ?? '';
  const now = toDay(today);
  const day = weekOf === undefined ? now : toDay(weekOf);
  const week = periodOf('week', day);
  const firstMonth = actor.organisation.fiscalYearStart;
  const quarter = periodOf('quarter', week.first + 3, firstMonth);
  const open = weeksOf(quarter)
    .filter(({ last }) => last >= now)
    .map((one) => ({ ...one, first: Math.max(one.first, now) }));
  const around = { first: Math.min(week.first, quarter.first) - 7, last: Math.max(week.last, quarter.last) + 7 };
  const person = reaches(actor, id) ? await termOfPerson(db, actor, id, iso(around)) : undefined;
  if (!person) throw new Failure('not-found');
  const [settings, { coverage }, rows, own] = await Promise.all([
    tierSettings.inForce(db, actor),
    definitions.inForce(db, actor),
    promisedAccounts(db, actor, id),
    agenda.of(db, actor.orgId, id, iso(around)),
  ]);
  const accountIds = rows.map((row) => row.id);
  const made = await visits.of(db, actor.orgId, { accountIds, kinds: coverage.visitKinds, ...iso(around) });
  const each = hoursEach(settings);
  const promised = rows.flatMap((row): Promised[] => {
    const promise = promiseOf(row, settings);
    if (promise === null) return [];
    const since = promise.since === null ? null : toDay(promise.since);
    const parts = partsOf(row.id, promise.cadence, made.get(row.id) ?? none, {
      ...{ quarter, open, now, since, firstMonth, each },
    });
    return [{ row, cadence: promise.cadence, parts, visits: parts.reduce((sum, part) => sum + part.visits, 0) }];
  });
  return {
    ...{ person, settings, week, open, quarter, promised, agenda: own },
    visitKinds: coverage.visitKinds,
    working: workingOf(actor.organisation),
    today: now,
    at: open.findIndex(({ last }) => last === week.last),
  };
}

/** What is still asked of a promise, period by period of those that have weeks left: asked less done, planned and called. */
function partsOf(
  id: string,
  cadence: VisitCadence,
  { done, planned, called }: Visits,
  ask: { quarter: Span; open: readonly Span[]; now: Day; since: Day | null; firstMonth: number; each: number },
): VisitPromise[] {
  const { quarter, open, now, since, firstMonth, each } = ask;
  const coming = planned.filter((day) => day >= now);
  // Who is called instead is not visited as well: the promise stays unmet.
  const calls = called.filter((day) => !done.includes(day) && !coming.includes(day));
  const known = [...new Set([...done, ...coming, ...calls])];
  const weekAt = (day: Day): number => open.findIndex(({ last }) => day <= last && day > last - 7);
  const span = cadence.per === 'week' ? { first: open[0]?.first ?? 1, last: open.at(-1)?.last ?? 0 } : quarter;
  return periodsOf(cadence.per, span, firstMonth).flatMap((period): VisitPromise[] => {
    // A week belongs to the month of its Thursday.
    const within = open.flatMap(({ last }, at) => (last - 3 >= period.first && last - 3 <= period.last ? [at] : []));
    const [first, last] = [within[0], within.at(-1)];
    if (first === undefined || last === undefined) return [];
    const there = known.filter((day) => day >= period.first && day <= period.last).length;
    const left = askedIn(cadence, period, since) - there;
    const taken = known.map(weekAt).filter((at) => at >= 0);
    return left > 0 ? [{ id: `${id} ${first}`, visits: left, hours: each, first, last, taken }] : [];
  });
}
