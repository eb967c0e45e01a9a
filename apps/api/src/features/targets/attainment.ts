import { monthsOf } from '@milepost/contract/calendar';
import type { AttainmentView } from '@milepost/contract/targets';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { soldAtPlanRates } from '../sales/plan-rates-store.ts';
import { targets } from './store.ts';

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
  for (const id of targetIds) {
    const row = await targets.get(db, actor, id);
    const months = monthsOf(actor.organisation, row.fiscal_year);
    for (const cell of await targets.cells(db, actor.orgId, id)) {
      const month = months[cell.month - 1];
      if (month && month.from >= from && month.to <= to && reaches(actor, cell.person_id))
        quota.set(cell.person_id, (quota.get(cell.person_id) ?? 0) + cell.amount_minor);
    }
  }
  const sold = await soldAtPlanRates(db, actor, { from, to });
  const ids = [...new Set([...quota.keys(), ...sold.keys()])].filter(Boolean);
  const names = await namesOf(db, actor, { person: ids });
  const rows = ids.map((personId) => {
    const { actual, fxEffect } = sold.get(personId) ?? { actual: 0, fxEffect: null };
    const target = quota.get(personId) ?? null;
    return {
      personId,
      name: nameOf(names.person, personId)?.name ?? '',
      actual,
      target,
      attainmentRatio: target ? actual / target : null,
      fxEffect,
    };
  });
  return { rows: rows.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
