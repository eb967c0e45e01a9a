import { monthsOf } from '@milepost/contract/calendar';
import type { ExplainedView } from '@milepost/contract/explain';
import type { AttainmentWhyQuery } from '@milepost/contract/targets';
import { derive, stored } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import { type AdditiveMeasure, planningOf } from '@milepost/core/targets/measures';
import { MONTHS_IN_YEAR } from '@milepost/core/targets/plan';
import { stretchPlan } from '@milepost/core/targets/stretch';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { measured } from '../figures/measured-store.ts';
import { attainment, targetsOfOneMeasure } from './attainment.ts';
import { targets } from './store.ts';
import { stretchOf } from './stretch-of.ts';

type Asked = Omit<AttainmentWhyQuery, 'targetIds' | 'figure'> & { targetIds: readonly string[] };

/** The cells of one person's quota, or of its stretch level, in the months that lie whole between the two days. */
export async function quotaWhy(
  db: Db,
  actor: Actor,
  { targetIds, from, to, personId }: Asked,
  level: 'base' | 'stretch',
): Promise<Why> {
  const cells: Leaf[] = [];
  const { measure, rows } = await targetsOfOneMeasure(db, actor, targetIds);
  const { unit } = planningOf[measure];
  for (const row of rows) {
    const months = monthsOf(actor.organisation, row.fiscal_year);
    const stretch = stretchOf(row);
    const whole = await targets.plan(db, row);
    const plan = level === 'base' ? whole : stretch && stretchPlan(whole, stretch);
    const place = plan?.persons.indexOf(personId) ?? -1;
    if (!plan || place < 0) continue;
    plan.lines.forEach((line, at) => {
      months.forEach((month, index) => {
        const value = plan.leaves[(place * plan.lines.length + at) * MONTHS_IN_YEAR + index] ?? 0;
        if (month.from < from || month.to > to || value === 0) return;
        const label = [month.from.slice(0, 7), line].filter(Boolean).join(' · ');
        cells.push(stored('target-cell', `${row.id}:${personId}:${line}:${index + 1}`, value, unit, label));
      });
    });
  }
  return derive('sum', { rule: `targets.quota-${level}`, unit }, cells);
}

/** What the person reached; what was sold in other currencies stands as its sum at plan rates. */
export async function actualWhy(
  db: Db,
  actor: Actor,
  measure: AdditiveMeasure,
  { from, to, personId }: Pick<Asked, 'from' | 'to' | 'personId'>,
  actual: number,
): Promise<Why> {
  const { unit } = planningOf[measure];
  const whose = { persons: new Set([personId]) };
  const months = await measured(db, actor, measure, to).months({ from, to }, whose);
  const rest = actual - months.reduce((sum, { value }) => sum + value, 0);
  return derive('sum', { rule: 'targets.credited', unit }, [
    ...months,
    ...(rest === 0 ? [] : [stored('credits', 'at-plan-rates', rest, unit)]),
  ]);
}

/**
 * How a figure of somebody's attainment comes about, down to cells of the plan and records.
 * @throws Failure `not-found` for a person out of sight or a figure of which nothing is known, `missing-rate`
 */
export async function explainAttainment(
  db: Db,
  actor: Actor,
  now: string,
  { figure, targetIds: ids, ...span }: AttainmentWhyQuery,
): Promise<ExplainedView> {
  const asked: Asked = { ...span, targetIds: ids.split(',').filter(Boolean) };
  const { rows, measure } = await attainment(db, actor, asked.targetIds, asked);
  const row = rows.find(({ personId }) => personId === asked.personId);
  if (!row || row[figure] === null) throw new Failure('not-found');
  const actual = () => actualWhy(db, actor, measure, asked, row.actual);
  const quota = (level: 'base' | 'stretch') => quotaWhy(db, actor, asked, level);
  const ratio = async (level: 'base' | 'stretch') =>
    derive('quotient', { rule: 'targets.attained', unit: 'ratio' }, [await actual(), await quota(level)]);
  const whys = {
    target: () => quota('base'),
    stretch: () => quota('stretch'),
    actual,
    attainmentRatio: () => ratio('base'),
    stretchRatio: () => ratio('stretch'),
  };
  return { why: await whys[figure](), asOf: now };
}
