import { monthsOf } from '@milepost/contract/calendar';
import type { AttainmentView } from '@milepost/contract/targets';
import { blockSum } from '@milepost/core/targets/block';
import { type AdditiveMeasure, planningOf } from '@milepost/core/targets/measures';
import { MONTHS_IN_YEAR } from '@milepost/core/targets/plan';
import { stretchPlan } from '@milepost/core/targets/stretch';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { measured } from '../figures/measured-store.ts';
import { type SoldAtPlanRates, soldAtPlanRates } from '../sales/plan-rates-store.ts';
import { demandShared, targets } from './store.ts';
import { stretchOf } from './stretch-of.ts';

/** The targets that are asked for, which are of one measure. @throws Failure `target-measures-differ`, `target-not-shared` */
export async function targetsOfOneMeasure(
  db: Db,
  actor: Actor,
  ids: readonly string[],
): Promise<{ measure: AdditiveMeasure; rows: TargetTable[] }> {
  const rows: TargetTable[] = [];
  for (const id of ids) rows.push(await targets.get(db, actor, id));
  const measures = [...new Set(rows.map(demandShared))];
  if (measures.length > 1)
    throw new Failure('target-measures-differ', fieldIssue('/targetIds', 'several', measures.join(', ')));
  return { measure: measures[0] ?? 'revenue', rows };
}

/** What was reached by person: revenue at plan rates with the effect of currencies beside it, other measures as they are counted. */
export async function reachedBy(
  db: Db,
  actor: Actor,
  measure: AdditiveMeasure,
  span: { from: string; to: string },
): Promise<ReadonlyMap<string, SoldAtPlanRates>> {
  if (measure === 'revenue') return soldAtPlanRates(db, actor, span);
  const sums = await measured(db, actor, measure, span.to).sumBy('person_id', span);
  return new Map(sums.map(({ key, value }) => [key, { actual: value, fxEffect: null }]));
}

/**
 * What was reached ÷ quota of each person between two days, by whole months, over the given targets of one measure (published or not). A
 * manager's row is their own quota.
 * @throws Failure `target-measures-differ`, `target-not-shared`, `missing-rate`
 */
export async function attainment(
  db: Db,
  actor: Actor,
  targetIds: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<AttainmentView> {
  const quota = new Map<string, number>();
  const stretched = new Map<string, number>();
  const { measure, rows: asked } = await targetsOfOneMeasure(db, actor, targetIds);
  for (const row of asked) {
    const months = monthsOf(actor.organisation, row.fiscal_year);
    const isWithin = (month: number) => {
      const span = months[month];
      return span !== undefined && span.from >= from && span.to <= to;
    };
    await addStretch(db, actor, row, isWithin, stretched);
    for (const cell of await targets.cells(db, actor.orgId, row.id)) {
      if (isWithin(cell.month - 1) && reaches(actor, cell.person_id))
        quota.set(cell.person_id, (quota.get(cell.person_id) ?? 0) + cell.amount_minor);
    }
  }
  const sold = await reachedBy(db, actor, measure, { from, to });
  const ids = [...new Set([...quota.keys(), ...sold.keys()])].filter(Boolean);
  const names = await namesOf(db, actor, { person: ids });
  const rows = ids.map((personId) => {
    const { actual, fxEffect } = sold.get(personId) ?? { actual: 0, fxEffect: null };
    const target = quota.get(personId) ?? null;
    const stretch = stretched.get(personId) ?? null;
    return {
      personId,
      name: nameOf(names.person, personId)?.name ?? '',
      actual,
      target,
      attainmentRatio: target ? actual / target : null,
      fxEffect,
      stretch,
      stretchRatio: stretch ? actual / stretch : null,
    };
  });
  return { measure, unit: planningOf[measure].unit, rows: rows.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** The quotas of the stretch level, where a target has one. */
async function addStretch(
  db: Db,
  actor: Actor,
  row: TargetTable,
  isWithin: (month: number) => boolean,
  sums: Map<string, number>,
): Promise<void> {
  const stretch = stretchOf(row);
  if (!stretch) return;
  const plan = stretchPlan(await targets.plan(db, row), stretch);
  const months = Array.from({ length: MONTHS_IN_YEAR }, (_, month) => month).filter(isWithin);
  if (months.length === 0) return;
  for (const id of plan.persons)
    if (reaches(actor, id)) sums.set(id, (sums.get(id) ?? 0) + blockSum(plan, { persons: [id], months }));
}
