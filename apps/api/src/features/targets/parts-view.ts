import { monthsOf } from '@milepost/contract/calendar';
import type { ExplainedView } from '@milepost/contract/explain';
import type { PartRow, PartsView, PartsWhyQuery, partAxes } from '@milepost/contract/quotas';
import { derive, stored } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import { planningOf } from '@milepost/core/targets/measures';
import { MONTHS_IN_YEAR, type Plan, plannedTotal } from '@milepost/core/targets/plan';
import { stretchPlan } from '@milepost/core/targets/stretch';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { Failure } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { demandShared, targets } from './store.ts';
import { stretchOf } from './stretch-of.ts';
import { seesWhole } from './whole-sight-store.ts';

type Axis = (typeof partAxes)[number];
/** Leaf by leaf what the levels and parts are, and which leaves the actor sees. */
type Facts = {
  unit: 'money' | 'count';
  plan: Plan;
  stretch: Plan | null;
  cores: Float64Array | null;
  seen: ReadonlySet<number>;
  /** Of a leaf the id of its row on the axis, and the names of rows. */
  keyOf: (place: number) => string;
  names: ReadonlyMap<string, string>;
  labelOf: (place: number) => string;
};

async function factsOf(db: Db, actor: Actor, row: TargetTable, by: Axis): Promise<Facts> {
  const { unit } = planningOf[demandShared(row)];
  const plan = await targets.plan(db, row);
  const stretch = stretchOf(row);
  const isWhole = seesWhole(actor, row);
  const [personNames, teamRows] = await Promise.all([
    namesOf(db, actor, { person: plan.persons }),
    people.teamsOf(db, actor.orgId),
  ]);
  const teamOf = new Map(teamRows.map((person) => [person.id, person.team_id]));
  const teamNames = await namesOf(db, actor, { team: [...teamOf.values()] });
  const months = monthsOf(actor.organisation, row.fiscal_year).map(({ from }) => from.slice(0, 7));
  const personName = (id: string) => nameOf(personNames.person, id)?.name ?? '';
  const at = (place: number) => {
    const line = Math.floor(place / MONTHS_IN_YEAR);
    return {
      person: plan.persons[Math.floor(line / plan.lines.length)] as string,
      line: plan.lines[line % plan.lines.length] as string,
      month: place % MONTHS_IN_YEAR,
    };
  };
  const keys: Record<Axis, (place: number) => string> = {
    rep: (place) => at(place).person,
    team: (place) => teamOf.get(at(place).person) ?? '',
    line: (place) => at(place).line,
    month: (place) => months[at(place).month] as string,
  };
  const names: Record<Axis, ReadonlyMap<string, string>> = {
    rep: new Map(plan.persons.map((id) => [id, personName(id)])),
    team: teamNames.team,
    line: new Map(plan.lines.map((line) => [line, line])),
    month: new Map(months.map((month) => [month, month])),
  };
  const places = Array.from(plan.leaves.keys()).filter((place) => isWhole || reaches(actor, at(place).person));
  return {
    unit,
    plan,
    stretch: stretch && stretchPlan(plan, stretch),
    cores: await targets.cores(db, row),
    seen: new Set(places),
    keyOf: keys[by],
    names: names[by],
    labelOf: (place) =>
      [personName(at(place).person), at(place).line, months[at(place).month]].filter(Boolean).join(' · '),
  };
}

function rowOf({ plan, stretch, cores }: Facts, id: string, name: string, places: readonly number[]): PartRow {
  const sum = (leaves: Float64Array) => places.reduce((all, place) => all + (leaves[place] as number), 0);
  const base = sum(plan.leaves);
  const core = cores && sum(cores);
  return {
    id,
    name,
    base,
    stretch: stretch && sum(stretch.leaves),
    core,
    incremental: core === null ? null : base - core,
  };
}

/** Base beside stretch, core beside incremental, by an axis; totals are of what the actor sees. */
export async function partsView(db: Db, actor: Actor, row: TargetTable, by: Axis): Promise<PartsView> {
  const facts = await factsOf(db, actor, row, by);
  const rows = [...Map.groupBy(facts.seen, facts.keyOf)].map(([id, places]) =>
    rowOf(facts, id, facts.names.get(id) ?? '', places),
  );
  const order = (one: PartRow) => (by === 'month' ? one.id : one.name);
  return {
    total: rowOf(facts, '', '', [...facts.seen]),
    rows: rows.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
  };
}

/**
 * How a level or part comes about, down to stored cells.
 * @throws Failure `not-found` for a row that is not there, or a figure that the target has not got
 */
export async function explainPart(
  db: Db,
  actor: Actor,
  row: TargetTable,
  now: string,
  { by, figure, id }: PartsWhyQuery,
): Promise<ExplainedView> {
  const facts = await factsOf(db, actor, row, by);
  const places = [...facts.seen].filter((place) => id === undefined || facts.keyOf(place) === id);
  if (places.length === 0) throw new Failure('not-found');
  const cells = (kind: string, leaves: Float64Array): Leaf[] =>
    places.map((place) =>
      stored(kind, `${row.id}:${place}`, leaves[place] as number, facts.unit, facts.labelOf(place)),
    );
  const base = (): Why =>
    derive('sum', { rule: 'targets.cells', unit: facts.unit }, cells('target-cell', facts.plan.leaves));
  const core = (): Why => {
    if (!facts.cores) throw new Failure('not-found');
    return derive('sum', { rule: 'targets.core', unit: facts.unit }, cells('target-core', facts.cores));
  };
  const stretch = (): Why => {
    if (!facts.stretch) throw new Failure('not-found');
    const planned = plannedTotal(facts.plan);
    const whole = plannedTotal(facts.stretch);
    const value = places.reduce((sum, place) => sum + ((facts.stretch as Plan).leaves[place] as number), 0);
    const exact = derive('round', { rule: 'targets.stretch-exact', unit: facts.unit }, [
      derive('product', { rule: 'targets.stretch-share', unit: facts.unit }, [
        base(),
        stored('target-stretch', row.id, planned === 0 ? 0 : whole / planned, 'ratio', row.name),
      ]),
    ]);
    return derive('sum', { rule: 'targets.stretch', unit: facts.unit }, [
      exact,
      stored('target-rounding', `${row.id}:${by}:${id ?? ''}`, value - exact.value, facts.unit),
    ]);
  };
  const whys: Record<PartsWhyQuery['figure'], () => Why> = {
    base,
    stretch,
    core,
    incremental: () => derive('difference', { rule: 'targets.incremental', unit: facts.unit }, [base(), core()]),
  };
  return { why: whys[figure](), asOf: now };
}
