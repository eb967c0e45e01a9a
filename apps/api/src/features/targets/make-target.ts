import { monthsOf, workingOf } from '@milepost/contract/calendar';
import { NewTarget } from '@milepost/contract/targets';
import { toDay } from '@milepost/core/calendar/civil-day';
import { workdays } from '@milepost/core/calendar/workdays';
import { monthShares } from '@milepost/core/seasonality/month-shares';
import { coreLeaves } from '@milepost/core/targets/core-leaves';
import { decompose, type Seed } from '@milepost/core/targets/decompose';
import { planningOf } from '@milepost/core/targets/measures';
import type { Plan } from '@milepost/core/targets/plan';
import { proRataWeights } from '@milepost/core/targets/pro-rata-weights';
import type * as z from 'zod';
import type { Actor } from '../../auth/actor.ts';
import { toJson } from '../../db/columns.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { sellerWeights } from '../capacity/term-store.ts';
import { measured } from '../figures/measured-store.ts';
import { pastYears } from '../seasonality/store.ts';
import { pastRevenue } from './history-store.ts';
import { type MadeFrom, madeFromText } from './made-from.ts';
import { targets } from './store.ts';

type Input = z.output<typeof NewTarget>;
type Weights = { id: string; weight: number }[];

/** So many past fiscal years teach the season. */
const yearsOfHistory = 3;

/** Month shares: typed, even by working days, or learnt from complete fiscal years with working days as the prior. */
async function sharesOf(work: Work, { months, fiscalYear, measure }: Input): Promise<readonly number[]> {
  if (months.kind === 'typed') return months.shares;
  const { organisation } = work.actor;
  const calendar = workingOf(organisation);
  const prior = monthsOf(organisation, fiscalYear).map(({ from, to }) => workdays(toDay(from), toDay(to), calendar));
  if (months.kind === 'even') return prior;
  const past = await pastYears(work.db, work.actor, {
    ...{ fiscalYear, measure, years: yearsOfHistory },
    today: work.at.slice(0, 10),
  });
  return monthShares(
    past.map(({ amounts }) => amounts),
    { prior },
  );
}

/** Weights as given, or what was reached between two days; parts without a name or with returns only weigh nothing. */
async function weightsOf(
  work: Work,
  axis: 'person_id' | 'line' | 'segment',
  given: Weights | undefined,
  { weightsFrom: span, measure }: Input,
): Promise<Weights> {
  if (given) return given;
  if (!span) return [];
  const sums = await measured(work.db, work.actor, measure, work.at).sumBy(axis, span);
  return sums.filter(({ key, value }) => key !== '' && value > 0).map(({ key, value }) => ({ id: key, weight: value }));
}

/**
 * Who shares the target: as chosen, by revenue, or everybody who sells by what they can carry. Capacity also shapes the
 * months of each person: who joins in July has nothing to sell in June.
 */
async function personsOf(work: Work, input: Input): Promise<{ persons: Weights; seed?: Seed }> {
  const persons = await weightsOf(work, 'person_id', input.persons, input);
  if (persons.length > 0 || input.persons) return { persons };
  const sellers = await sellerWeights(work.db, work.actor, monthsOf(work.actor.organisation, input.fiscalYear));
  const weights = sellers.map(({ id, weight }) => ({ id, weight }));
  // Where all are there alike, the months of each are those of the year.
  const [first] = sellers;
  const isAlike = sellers.every(({ months }) => months.every((share, at) => share === first?.months[at]));
  if (isAlike) return { persons: weights };
  return { persons: weights, seed: { personMonths: new Map(sellers.map(({ id, months }) => [id, months])) } };
}

/** Weights by capacity count the part of the year that is served: what each would carry in a whole one. */
const ofWholeYear = (persons: Weights, shares: readonly number[], { personMonths = new Map() }: Seed): Weights =>
  persons.map(({ id, weight }) => {
    const [served] = proRataWeights([{ id, weight: 1 }], shares, personMonths);
    return { id, weight: served && served.weight > 0 ? weight / served.weight : weight };
  });

/** What a plan was made from, kept with it: where people started, how regions and products shared the past. */
async function madeFrom(work: Work, input: Input, persons: Weights): Promise<MadeFrom> {
  const span = input.weightsFrom;
  const isHistory = span !== null && !input.persons;
  const hasLines = planningOf[input.measure].axes.includes('lines');
  return {
    span: isHistory ? span : null,
    baselines: persons,
    regions: span && hasLines ? await pastRevenue.byRegion(work.db, work.actor, span) : [],
    products: span && hasLines ? await pastRevenue.byProduct(work.db, work.actor, span) : [],
    core: span ? (input.core ?? { churn: 0, price: 0 }) : null,
  };
}

async function coresOf(
  work: Work,
  plan: Plan,
  { weightsFrom, measure }: Input,
  { core }: MadeFrom,
): Promise<Float64Array | null> {
  if (!weightsFrom || !core) return null;
  const past = (await measured(work.db, work.actor, measure, work.at).byMonth(weightsFrom)).map(
    ({ personId, line, value }) => ({ person: personId, line, value }),
  );
  // A plan without product lines has one without a name, and all of the past lies in it.
  const isPlain = plan.lines.length === 1 && plan.lines[0] === '';
  return coreLeaves(plan, isPlain ? past.map((sale) => ({ ...sale, line: '' })) : past, core);
}

/** @throws Failure `target-axis-absent` for lines or segments of a measure that has none */
function demandAxes(input: Input): void {
  const { axes } = planningOf[input.measure];
  for (const axis of ['lines', 'segments'] as const)
    if (!axes.includes(axis) && (input[axis] ?? []).length > 0)
      throw new Failure('target-axis-absent', fieldIssue(`/${axis}`, 'absent', `${input.measure} has no ${axis}`));
}

/** The axis of a plan as it was asked for, by history, or none where the measure has none. */
const axisOf = (work: Work, axis: 'lines' | 'segments', input: Input): Promise<Weights> =>
  planningOf[input.measure].axes.includes(axis)
    ? weightsOf(work, axis === 'lines' ? 'line' : 'segment', input[axis], input)
    : Promise.resolve([]);

/**
 * Makes the draft of a year's plan: months by their shares, persons, lines and segments by largest remainder, every axis summing to
 * the total.
 * @throws Failure `target-axis-absent`, `invalid-input` when weights are negative or hold no people, `target-over-committed` when held months exceed the year
 */
export const makeTarget = (deps: Deps, actor: Actor, sent: NewTarget): Promise<TargetTable> =>
  deps.transact(actor, async (work) => {
    const input = NewTarget.parse(sent);
    const there = await targets.find(work.db, actor, input.id);
    if (there) return there;
    demandAxes(input);
    const { method } = planningOf[input.measure];
    const { persons, seed } = await personsOf(work, input);
    if (persons.length === 0)
      throw new Failure(
        'invalid-input',
        fieldIssue('/persons', 'empty', 'nobody to share the target among: add people first'),
      );
    const lines = await axisOf(work, 'lines', input);
    const segments = await axisOf(work, 'segments', input);
    const shares = await sharesOf(work, input);
    const parts = new Map(input.personMonths.map((one) => [one.id, one.parts]));
    const strangers = [...parts.keys()].filter((id) => !persons.some((one) => one.id === id));
    if (strangers.length > 0)
      throw new Failure('invalid-input', fieldIssue('/personMonths', 'unknown', 'people who are not in the plan'));
    const served = parts.size > 0 ? { personMonths: parts } : seed;
    const asked = {
      total: input.totalMinor,
      persons: proRataWeights(persons, shares, parts),
      // A firm without product lines still has a plan: one line without a name.
      lines: lines.length > 0 ? lines : [{ id: '', weight: 1 }],
      segments,
      monthShares: shares,
      holds: input.holds,
      ...(method === 'webster' ? { method } : {}),
    };
    const shaped = decompose(served ? { ...asked, seed: served } : asked);
    // A season with its weight in months when hardly anybody is there cannot be met month by month: the year still is.
    const made = served && shaped.status === 'infeasible' ? decompose(asked) : shaped;
    if (made.status === 'overCommitted')
      throw new Failure('target-over-committed', fieldIssue('/holds', 'excess', String(made.excess)));
    if (made.status !== 'ok')
      throw new Failure('invalid-input', fieldIssue('/persons', made.status, 'the weights cannot be met together'));
    const isByCapacity = parts.size === 0 && made === shaped && seed !== undefined;
    const from = await madeFrom(work, input, isByCapacity ? ofWholeYear(persons, shares, seed) : persons);
    const { row } = await targets.create(
      work,
      {
        id: input.id,
        name: input.name,
        measure: input.measure,
        fiscal_year: input.fiscalYear,
        starts_on: monthsOf(actor.organisation, input.fiscalYear)[0]?.from ?? '',
        currency: actor.organisation.currency,
        status: 'draft',
        total_minor: input.totalMinor,
        shape: targets.frameOf(made.plan),
        basis: 'spread',
        published_at: null,
        reason: null,
        supersedes_id: null,
        stretch: input.stretch && toJson(input.stretch),
        made_from: madeFromText(from),
        effective_on: null,
      },
      made.plan,
      await coresOf(work, made.plan, input, from),
    );
    return row;
  });
