import { fiscalLabel, monthsOf } from '@milepost/contract/calendar';
import type { ExplainedView } from '@milepost/contract/explain';
import type { LetterWhyQuery, QuotaLetterView } from '@milepost/contract/quotas';
import { record, stored } from '@milepost/core/explain/derive';
import { isLeaf } from '@milepost/core/explain/why';
import { blockSum } from '@milepost/core/targets/block';
import { isRate, planningOf, unitOf } from '@milepost/core/targets/measures';
import type { Plan } from '@milepost/core/targets/plan';
import { type LetterSources, quotaLetter } from '@milepost/core/targets/quota-letter';
import { stretchPlan } from '@milepost/core/targets/stretch';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { Failure } from '../../http/failure.ts';
import { type MadeFrom, madeFromOf } from './made-from.ts';
import { targets } from './store.ts';
import { stretchOf } from './stretch-of.ts';
import { seesWhole } from './whole-sight-store.ts';

type Written = { plan: Plan; from: MadeFrom | null; letter: Extract<ReturnType<typeof quotaLetter>, { status: 'ok' }> };

/**
 * The letter of somebody in sight who has a quota in a target that was spread from a total.
 * @throws Failure `not-found`
 */
async function written(db: Db, actor: Actor, row: TargetTable, personId: string): Promise<Written> {
  if (isRate(row.measure)) throw new Failure('not-found');
  const { unit } = planningOf[row.measure];
  const plan = await targets.plan(db, row);
  const isWhole = seesWhole(actor, row);
  if (row.basis !== 'spread' || !plan.persons.includes(personId) || !(isWhole || reaches(actor, personId)))
    throw new Failure('not-found');
  const from = madeFromOf(row);
  const known = new Map(from?.baselines.map(({ id, weight }) => [id, weight]));
  const baselines = plan.persons.map((id, place) => known.get(id) ?? (plan.shape.persons[place] as number));
  const names = await namesOf(db, actor, { person: plan.persons });
  const personName = (place: number) => nameOf(names.person, plan.persons[place] ?? null)?.name ?? '';
  const months = monthsOf(actor.organisation, row.fiscal_year).map((month) => month.from.slice(0, 7));
  const sources: LetterSources = {
    unit,
    total: (value) => record('target', row.id, value, unit, row.name),
    baseline: (place, value) =>
      stored(
        from?.span ? 'target-baseline' : 'target-weight',
        `${row.id}:persons:${place}`,
        value,
        from?.span ? unit : 'ratio',
        personName(place),
      ),
    season: (month, value) => stored('target-weight', `${row.id}:months:${month}`, value, 'ratio', months[month] ?? ''),
    proRata: (place, month, value) =>
      stored('target-pro-rata', `${row.id}:${plan.persons[place]}:${month + 1}`, value, 'ratio', months[month] ?? ''),
    adjustment: (month, value) =>
      stored('target-adjustment', `${row.id}:${personId}:${month === null ? 'year' : month + 1}`, value, unit),
    // The uplift rests on what everybody sold: it opens for those who see everybody.
    ...(isWhole ? {} : { uplift: (value: number) => stored('target-uplift', row.id, value, 'ratio', row.name) }),
  };
  const letter = quotaLetter(plan, personId, baselines, sources);
  if (letter.status !== 'ok') throw new Failure('not-found');
  return { plan, from, letter };
}

/** One person's quota letter. */
export async function quotaLetterView(
  db: Db,
  actor: Actor,
  row: TargetTable,
  personId: string,
): Promise<QuotaLetterView> {
  const { plan, from, letter } = await written(db, actor, row, personId);
  const names = await namesOf(db, actor, { person: [personId] });
  const stretch = stretchOf(row);
  const told = ({ month, season, proRata, adjustment, quota }: (typeof letter)['year']) => ({
    month,
    season,
    proRata,
    adjustment,
    quota,
  });
  return {
    target: {
      id: row.id,
      name: row.name,
      status: row.status,
      measure: row.measure,
      unit: unitOf(row.measure),
      fiscalYearLabel: fiscalLabel(actor.organisation, row.starts_on),
      reason: row.reason,
    },
    organisation: actor.organisation.name,
    person: nameOf(names.person, personId) ?? { id: personId, name: '' },
    currency: row.currency,
    publishedAt: row.published_at,
    effectiveOn: row.effective_on,
    monthStarts: monthsOf(actor.organisation, row.fiscal_year).map((month) => month.from),
    baseline: {
      kind: from?.span ? 'history' : 'weight',
      value: letter.year.baseline,
      from: from?.span?.from ?? null,
      to: from?.span?.to ?? null,
    },
    uplift: letter.year.uplift,
    year: told(letter.year),
    months: letter.months.map(told),
    stretch: stretch && blockSum(stretchPlan(plan, stretch), { persons: [personId] }),
    opens: { uplift: !isLeaf(letter.year.factors.uplift), proRata: !isLeaf(letter.year.factors.proRata) },
  };
}

/** How a quota of the letter comes about, of a month or of the year, or a factor of it. @throws Failure `not-found` */
export async function explainLetter(
  db: Db,
  actor: Actor,
  row: TargetTable,
  now: string,
  { personId, month, factor }: { personId: string } & LetterWhyQuery,
): Promise<ExplainedView> {
  const { letter } = await written(db, actor, row, personId);
  const line = month === undefined ? letter.year : letter.months[month];
  const why = factor === undefined ? line?.why : line?.factors[factor];
  if (!why || isLeaf(why)) throw new Failure('not-found');
  return { why, asOf: now };
}
