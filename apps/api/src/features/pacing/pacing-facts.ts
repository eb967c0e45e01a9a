import { fiscalOf, monthsOf } from '@milepost/contract/calendar';
import type { PacingQuery } from '@milepost/contract/pacing';
import { addMonths, earlierOf, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import { type AdditiveMeasure, planningOf } from '@milepost/core/targets/measures';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { Failure } from '../../http/failure.ts';
import { type Measured, measured } from '../figures/measured-store.ts';
import { people } from '../people/store.ts';
import type { MonthFact } from '../sales/facts-store.ts';
import { leavesOf, type PlanLeaf } from '../targets/leaves-store.ts';
import { demandShared, targets } from '../targets/store.ts';

/** Whose pace a row is: which people, which lines. Undefined means all in sight. */
export type Part = {
  id: string;
  name: string;
  persons: ReadonlySet<string> | undefined;
  lines: ReadonlySet<string> | undefined;
};

/** Plan and sales of a fiscal year, or of some months of it. */
export type YearFacts = {
  months: { from: string; to: string }[];
  leaves: PlanLeaf[];
  /** What was reached by person, line and month, from the start of the fiscal year to the day. */
  sold: MonthFact[];
};

export type PacingFacts = YearFacts & {
  asOf: string;
  measure: AdditiveMeasure;
  unit: 'money' | 'count';
  fiscalYear: number;
  /** Which month of the fiscal year `months` begin with; 0 for the whole year. */
  firstMonth: number;
  target: TargetTable | null;
  /** The year before, for the history of the ratio; null when it had no published plan. */
  before: YearFacts | null;
  /** What was reached in the last twelve months and by how many records, for the size of one. */
  recent: { amounts: MonthFact[]; counts: MonthFact[] };
  /** What was reached in the whole calendar months before the day, oldest first, by which past landings are made again. */
  history: { months: string[]; sold: MonthFact[] };
  parts: Part[];
  whole: Part;
};

const historyMonths = 48;

/** The calendar months that were over by a day, `YYYY-MM`, oldest first. */
function monthsBefore(day: string, count: number): string[] {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, at) => {
    const month = index - count + at;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** The same day a year before; of a leap day the 28th. */
const yearBefore = (day: string) => toIso(addMonths(toDay(day), -12));

/** What was reached as of a day, as far as pace asks for it. */
type Reached = Pick<Measured, 'byMonth' | 'counts'>;

/** Plan and what was reached, summed, for a reader who asks for the whole only. */
export type Total = {
  reachedBy(day: string): Reached;
  /** The plan of a target by month; cell by cell in the month under way (0–11), whose cells are due in part, each rounded for itself. */
  plan(row: TargetTable, underWay?: number): Promise<PlanLeaf[]>;
};

/**
 * Everything that pace is computed from, of the people in the actor's sight.
 * @param total where plan and what was reached are read when all is one part; left out, cell by cell and from the figures of the measure
 */
export async function pacingFacts(
  db: Db,
  actor: Actor,
  today: string,
  query: PacingQuery,
  total?: Total,
): Promise<PacingFacts> {
  const { organisation } = actor;
  const named = query.targetId ? await targets.get(db, actor, query.targetId) : undefined;
  const day = query.asOf ?? today;
  const fiscalYear = named?.fiscal_year ?? query.fiscalYear ?? fiscalYearOf(toDay(day), fiscalOf(organisation)).year;
  const measure = named ? demandShared(named) : (query.measure ?? 'revenue');
  const { unit } = planningOf[measure];
  const read = total?.reachedBy ?? ((until: string) => measured(db, actor, measure, until, { converted: true }));
  const reached = read(day);
  const target = named ?? (await targets.published(db, actor.orgId, { fiscalYear, day, measure })) ?? null;
  if (target && unit === 'money' && target.currency !== organisation.currency) throw new Failure('mixed-currencies');
  const months = monthsOf(organisation, fiscalYear);
  const [start, end] = [months[0]?.from ?? day, months.at(-1)?.to ?? day];
  // A year that is over is read at its end, one that has not begun at its start.
  const asOf = query.asOf ?? earlierOf(day, end);
  const plan = (row: TargetTable, within?: number) => total?.plan(row, within) ?? leavesOf(db, actor, row);
  const underWay = months.findIndex(({ from, to }) => from <= asOf && asOf < to);
  const leaves = target ? await plan(target, underWay) : [];
  const span = { from: start, to: earlierOf(asOf, end) };
  const lately = { from: yearBefore(asOf), to: asOf };
  const wholeMonths = monthsBefore(asOf, historyMonths);
  const known = { from: `${wholeMonths[0]}-01`, to: toIso(toDay(`${asOf.slice(0, 7)}-01`) - 1) };
  const [history, sold, amounts, counts] = await Promise.all([
    target ? reached.byMonth(known) : [],
    reached.byMonth(span),
    reached.byMonth(lately),
    reached.counts(lately),
  ]);
  const whole: Part = { id: '', name: '', persons: undefined, lines: undefined };
  return {
    asOf,
    measure,
    unit,
    fiscalYear,
    firstMonth: 0,
    months,
    target,
    leaves,
    sold,
    before: target ? await yearBeforeOf(db, actor, { measure, fiscalYear: fiscalYear - 1, read, plan }) : null,
    recent: { amounts, counts },
    history: { months: wholeMonths, sold: history },
    parts: await partsBy(db, actor, query.by, leaves, sold),
    whole,
  };
}

async function yearBeforeOf(
  db: Db,
  actor: Actor,
  {
    measure,
    fiscalYear,
    read,
    plan,
  }: {
    measure: AdditiveMeasure;
    fiscalYear: number;
    read: (day: string) => Reached;
    plan: (row: TargetTable) => Promise<PlanLeaf[]>;
  },
): Promise<YearFacts | null> {
  const target = await targets.published(db, actor.orgId, { fiscalYear, measure });
  if (!target) return null;
  if (planningOf[measure].unit === 'money' && target.currency !== actor.organisation.currency) return null;
  const months = monthsOf(actor.organisation, fiscalYear);
  const span = { from: months[0]?.from ?? '', to: months.at(-1)?.to ?? '' };
  const [leaves, sold] = await Promise.all([plan(target), read(span.to).byMonth(span)]);
  return { months, leaves, sold };
}

async function partsBy(
  db: Db,
  actor: Actor,
  by: PacingQuery['by'],
  leaves: readonly PlanLeaf[],
  sold: readonly MonthFact[],
): Promise<Part[]> {
  if (by === 'total') return [];
  if (by === 'line') {
    const lines = [...new Set([...leaves, ...sold].map(({ line }) => line))].sort();
    return lines.map((line) => ({ id: line, name: line, persons: undefined, lines: new Set([line]) }));
  }
  const ids = [...new Set([...leaves, ...sold].map(({ personId }) => personId))].filter(Boolean);
  const names = await namesOf(db, actor, { person: ids });
  const persons = ids
    .map((id) => ({ id, name: nameOf(names.person, id)?.name ?? '' }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (by === 'rep') return persons.map(({ id, name }) => ({ id, name, persons: new Set([id]), lines: undefined }));
  const teamOf = new Map((await people.teamsOf(db, actor.orgId)).map((row) => [row.id, row.team_id]));
  const teams = [...Map.groupBy(persons, ({ id }) => teamOf.get(id) ?? null)];
  const teamNames = await namesOf(db, actor, { team: teams.map(([id]) => id) });
  return teams
    .map(([id, members]) => ({
      id: id ?? '',
      name: nameOf(teamNames.team, id)?.name ?? '',
      persons: new Set(members.map((one) => one.id)),
      lines: undefined,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Does this row of plan or facts belong to the part? */
export const belongs = (part: Part, { personId, line }: { personId: string; line: string }): boolean =>
  (part.persons === undefined || part.persons.has(personId)) && (part.lines === undefined || part.lines.has(line));

/**
 * What belongs to each part, looked through once: a big organisation has some hundred parts and ten thousand cells, and each part
 * against each cell is a million questions.
 */
export function factsByPart(facts: PacingFacts): { part: Part; facts: PacingFacts }[] {
  const places = new Map(
    facts.parts.flatMap((part, at) => [...(part.persons ?? part.lines ?? [])].map((key) => [key, at])),
  );
  const isByPerson = facts.parts.some((part) => part.persons !== undefined);
  const share = <T extends { personId: string; line: string }>(rows: readonly T[]): T[][] => {
    const shares = facts.parts.map((): T[] => []);
    for (const row of rows) shares[places.get(isByPerson ? row.personId : row.line) ?? -1]?.push(row);
    return shares;
  };
  const [leaves, sold] = [share(facts.leaves), share(facts.sold)];
  const [amounts, counts] = [share(facts.recent.amounts), share(facts.recent.counts)];
  const history = share(facts.history.sold);
  const { before } = facts;
  const earlier = before && { leaves: share(before.leaves), sold: share(before.sold) };
  return facts.parts.map((part, at) => ({
    part,
    facts: {
      ...facts,
      leaves: leaves[at] ?? [],
      sold: sold[at] ?? [],
      before: before && { ...before, leaves: earlier?.leaves[at] ?? [], sold: earlier?.sold[at] ?? [] },
      recent: { amounts: amounts[at] ?? [], counts: counts[at] ?? [] },
      history: { months: facts.history.months, sold: history[at] ?? [] },
    },
  }));
}
