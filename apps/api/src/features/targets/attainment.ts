import { monthsOf } from '@milepost/contract/calendar';
import type { AttainmentView } from '@milepost/contract/targets';
import { blockSum } from '@milepost/core/targets/block';
import { MONTHS_IN_YEAR } from '@milepost/core/targets/plan';
import { stretchPlan } from '@milepost/core/targets/stretch';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { soldAtPlanRates } from '../sales/plan-rates-store.ts';
import { targets } from './store.ts';
import { stretchOf } from './stretch-of.ts';

/**
 * Closed revenue ÷ quota of each person between two days, by whole months, over the given targets (published or not). A manager's row
 * is their own quota.
 */
export async function attainment(
  db: Db,
  actor: Actor,
  targetIds: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<AttainmentView> {
  const quota = new Map<string, number>();
  const stretched = new Map<string, number>();
  for (const id of targetIds) {
    const row = await targets.get(db, actor, id);
    const months = monthsOf(actor.organisation, row.fiscal_year);
    const isWithin = (month: number) => {
      const span = months[month];
      return span !== undefined && span.from >= from && span.to <= to;
    };
    await addStretch(db, actor, row, isWithin, stretched);
    for (const cell of await targets.cells(db, actor.orgId, id)) {
      if (isWithin(cell.month - 1) && reaches(actor, cell.person_id))
        quota.set(cell.person_id, (quota.get(cell.person_id) ?? 0) + cell.amount_minor);
    }
  }
  const sold = await soldAtPlanRates(db, actor, { from, to });
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
  return { rows: rows.sort((a, b) => (a.name < b.name ? -1 : 1)) };
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
