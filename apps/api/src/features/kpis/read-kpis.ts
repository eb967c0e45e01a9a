import { fiscalOf, monthsOf } from '@milepost/contract/calendar';
import type { FigureView } from '@milepost/contract/figures';
import type { KpiStanding, KpiStandingsQuery, KpiStandingsView } from '@milepost/contract/kpis';
import { toDay } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import { attainmentOf, kpiStatus } from '@milepost/core/kpis/kpi-status';
import { controlLimits, enoughHistory } from '@milepost/core/pacing/control-limits';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { KpiTable } from '../../db/tables/kpis.ts';
import { Failure } from '../../http/failure.ts';
import { figureOf, isDividedBy } from '../figures/units-store.ts';
import { people } from '../people/store.ts';
import { kpis } from './store.ts';
import { kpiView } from './views.ts';

type Clock = { today: string; now: string };
type Span = { from: string; to: string };
type Person = { id: string; name: string; role: string };

/** The fiscal months up to a day, two years of them. */
const monthsUpTo = (actor: Actor, on: string): Span[] => {
  const { year } = fiscalYearOf(toDay(on), fiscalOf(actor.organisation));
  return [year - 2, year - 1, year].flatMap((one) => monthsOf(actor.organisation, one));
};

/** The period of a kind that holds a day. */
function periodOf(actor: Actor, on: string, kind: KpiTable['period']): Span {
  const { year } = fiscalYearOf(toDay(on), fiscalOf(actor.organisation));
  const months = monthsOf(actor.organisation, year);
  const place = months.findIndex(({ to }) => to >= on);
  const quarter = 3 * Math.floor(place / 3);
  const own = kind === 'year' ? months : kind === 'quarter' ? months.slice(quarter, quarter + 3) : [months[place]];
  return { from: own[0]?.from ?? on, to: own.at(-1)?.to ?? on };
}

async function told(db: Db, actor: Actor, clock: Clock, row: KpiTable, query: Span & { by?: 'rep' | 'month' }) {
  try {
    return await figureOf(row.measure, { db, actor, query, today: clock.today, asOf: clock.now });
  } catch (error) {
    if (error instanceof Failure && (error.code === 'missing-rate' || error.code === 'mixed-currencies'))
      return { withheld: error.code } as const;
    throw error;
  }
}

/** What each month was, of a measure that is not divided by months: each is read by itself. Null where one of them is withheld. */
async function monthByMonth(db: Db, actor: Actor, clock: Clock, row: KpiTable, months: readonly Span[]) {
  const known = new Map<string, number | null>();
  for (const month of months) {
    const figure = await told(db, actor, clock, row, month);
    if ('withheld' in figure) return null;
    known.set(month.from.slice(0, 7), figure.total);
  }
  return known;
}

/** What each month was, of a measure that is divided by months. */
async function dividedByMonth(db: Db, actor: Actor, clock: Clock, row: KpiTable, span: Span) {
  const figure = await told(db, actor, clock, row, { ...span, by: 'month' });
  if ('withheld' in figure) return null;
  const known = new Map(figure.rows.map(({ key, value }) => [key, value]));
  const begun = [...known.keys()].sort()[0];
  // Before anything was recorded nobody knows; a month without a sale after that is a month of nothing.
  return { get: (month: string) => known.get(month) ?? (figure.isAdditive && begun && month > begun ? 0 : null) };
}

/** Twelve whole months before the one that holds the day, by one definition; a month of a rate without counts is not known. */
async function trendOf(db: Db, actor: Actor, clock: Clock, row: KpiTable, on: string) {
  const past = monthsUpTo(actor, on)
    .filter(({ to }) => to < on)
    .slice(-12);
  const [first, last] = [past[0], past.at(-1)];
  if (!first || !last) return { trend: null, limits: null };
  const known = isDividedBy(row.measure, 'month')
    ? await dividedByMonth(db, actor, clock, row, { from: first.from, to: last.to })
    : await monthByMonth(db, actor, clock, row, past);
  if (known === null) return { trend: null, limits: null };
  const trend = past.map(({ from }) => ({ label: from.slice(0, 7), value: known.get(from.slice(0, 7)) ?? null }));
  const values = trend.flatMap(({ value }) => value ?? []);
  const limits = values.length >= enoughHistory ? controlLimits(values) : null;
  return { trend, limits: limits && { mean: limits.mean, lower: limits.lower, upper: limits.upper } };
}

function rowsOf(row: KpiTable, figure: FigureView, persons: readonly Person[], isOver: boolean): KpiStanding['rows'] {
  const found = new Map(figure.rows.flatMap((one) => (one.id === null ? [] : [[one.id, one] as const])));
  return persons
    .filter(({ role }) => role === row.role)
    .map(({ id, name }) => {
      const one = found.get(id);
      // Of what sums, somebody who is not listed has nothing; of a rate nobody counted anything.
      const value = one ? one.value : figure.isAdditive ? 0 : null;
      const interval = one?.interval ?? null;
      const { aim, direction } = row;
      return {
        ...{ person: { id, name }, key: one?.key ?? '', value, interval },
        status: aim === null ? null : kpiStatus({ value, interval }, { aim, direction, isOver }),
        attainmentRatio: attainmentOf(value, aim, direction),
      };
    });
}

/** Where everybody in sight stands with what is wanted of their role, in the periods that hold a day. */
export async function readKpis(
  db: Db,
  actor: Actor,
  clock: Clock,
  { on = clock.today, period }: KpiStandingsQuery,
): Promise<KpiStandingsView> {
  const persons: Person[] = [];
  const filter = [{ field: 'isActive', op: 'is' as const, value: 1 }];
  for await (const person of people.each(db, actor, { filter })) if (reaches(actor, person.id)) persons.push(person);
  persons.sort((a, b) => (a.name < b.name ? -1 : 1));
  const items: KpiStanding[] = [];
  for (const row of await kpis.inForce(db, actor.orgId, on)) {
    if (period !== undefined && row.period !== period) continue;
    const span = periodOf(actor, on, row.period);
    const isOver = span.to < clock.today;
    const figure = await told(db, actor, clock, row, { ...span, by: 'rep' });
    const isTold = !('withheld' in figure);
    items.push({
      ...{ kpi: kpiView(row), ...span, isOver },
      total: isTold ? figure.total : null,
      totalInterval: isTold ? figure.interval : null,
      withheld: isTold ? null : figure.withheld,
      rows: isTold ? rowsOf(row, figure, persons, isOver) : [],
      ...(await trendOf(db, actor, clock, row, on)),
    });
  }
  return { on, items };
}
