import { fiscalLabel, fiscalOf, monthsOf, workingOf } from '@milepost/contract/calendar';
import type { CapacityQuery, CapacityRow, CapacityView, CapacityWhyQuery } from '@milepost/contract/capacity';
import type { ExplainedView } from '@milepost/contract/explain';
import { type Span, toDay } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import { capacityHoursWhy } from '@milepost/core/capacity/capacity-why';
import { derive } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { daysOffOf, workdaysOff } from '@milepost/core/leave/leave';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { type Seller, sellersIn } from './term-store.ts';

type Part = { id: string; name: string; sellers: readonly Seller[] };
type Stretch = { span: Span; label: string };

const whole = (actor: Actor, today: string, query: Pick<CapacityQuery, 'fiscalYear'>) => {
  const { organisation } = actor;
  const fiscalYear = query.fiscalYear ?? fiscalYearOf(toDay(today), fiscalOf(organisation)).year;
  const months = monthsOf(organisation, fiscalYear);
  const stretches = months.map(
    ({ from, to }): Stretch => ({ span: { first: toDay(from), last: toDay(to) }, label: from.slice(0, 7) }),
  );
  return { fiscalYear, months, stretches };
};

/** The months after a day, the month under way from the next day on. */
const after = (stretches: readonly Stretch[], today: string): Stretch[] =>
  stretches
    .filter(({ span }) => span.last > toDay(today))
    .map(({ span, label }) => ({ span: { ...span, first: Math.max(span.first, toDay(today) + 1) }, label }));

/** Hours of some people in some months: each month the sum of its people. */
function hoursWhy(actor: Actor, sellers: readonly Seller[], stretches: readonly Stretch[], rule: string): Why {
  const calendar = workingOf(actor.organisation);
  const months = stretches.map(({ span, label }) =>
    derive(
      'sum',
      { rule: 'capacity.month', unit: 'hours', label },
      sellers.map(({ person }) => capacityHoursWhy(person, span, calendar, person.name)),
    ),
  );
  return derive('sum', { rule, unit: 'hours' }, months);
}

async function partsBy(db: Db, actor: Actor, by: CapacityQuery['by'], sellers: readonly Seller[]): Promise<Part[]> {
  if (by === 'rep') return sellers.map((one) => ({ id: one.person.id, name: one.person.name, sellers: [one] }));
  const teams = [...Map.groupBy(sellers, ({ teamId }) => teamId)];
  const names = await namesOf(db, actor, { team: teams.map(([id]) => id) });
  return teams
    .map(([id, members]) => ({ id: id ?? '', name: nameOf(names.team, id)?.name ?? '', sellers: members }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function rowOf(actor: Actor, part: Part, stretches: readonly Stretch[], today: string): CapacityRow {
  const calendar = workingOf(actor.organisation);
  const year = { first: stretches[0]?.span.first ?? 0, last: stretches.at(-1)?.span.last ?? -1 };
  const total = hoursWhy(actor, part.sellers, stretches, 'capacity.total');
  return {
    id: part.id,
    name: part.name,
    people: part.sellers.length,
    months: total.args.map(({ value }) => value),
    total: total.value,
    left: hoursWhy(actor, part.sellers, after(stretches, today), 'capacity.left').value,
    leaveDays: part.sellers.reduce((sum, { person }) => sum + workdaysOff(daysOffOf(person.leaves), year, calendar), 0),
    assumed: part.sellers.filter(({ isAssumed }) => isAssumed).length,
  };
}

/** Hours of selling of everybody in sight, by month of a fiscal year. */
export async function readCapacity(db: Db, actor: Actor, today: string, query: CapacityQuery): Promise<CapacityView> {
  const { fiscalYear, months, stretches } = whole(actor, today, query);
  const sellers = await sellersIn(db, actor, months);
  const parts = await partsBy(db, actor, query.by, sellers);
  const row = (part: Part) => rowOf(actor, part, stretches, today);
  return {
    fiscalYear,
    fiscalYearLabel: fiscalLabel(actor.organisation, months[0]?.from ?? today),
    asOf: today,
    monthStarts: months.map(({ from }) => from),
    sellingHoursPerDay: actor.organisation.sellingHoursPerDay,
    rows: parts.map(row),
    total: sellers.length === 0 ? null : row({ id: '', name: '', sellers }),
  };
}

/**
 * How a figure of hours comes about, down to people, working days and leave.
 * @throws Failure `not-found` for a person or team that is not there, or out of sight
 */
export async function explainCapacity(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  { figure, id, month, ...query }: CapacityWhyQuery,
): Promise<ExplainedView> {
  const { months, stretches } = whole(actor, today, query);
  const sellers = await sellersIn(db, actor, months);
  const parts = await partsBy(db, actor, query.by, sellers);
  const part = id === undefined ? { id: '', name: '', sellers } : parts.find((one) => one.id === id);
  if (!part || part.sellers.length === 0) throw new Failure('not-found');
  const stretch = stretches[(month ?? 0) - 1];
  if (figure === 'month' && !stretch) throw new Failure('not-found');
  const why =
    figure === 'month' && stretch
      ? hoursWhy(actor, part.sellers, [stretch], 'capacity.month')
      : figure === 'left'
        ? hoursWhy(actor, part.sellers, after(stretches, today), 'capacity.left')
        : hoursWhy(actor, part.sellers, stretches, 'capacity.total');
  return { why, asOf: now };
}
