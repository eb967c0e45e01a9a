import { monthsOf } from '@milepost/contract/calendar';
import type { MixPlanPatch, NewMixPlan } from '@milepost/contract/mix';
import type { Actor } from '../../auth/actor.ts';
import type { MixPlanTable } from '../../db/tables/mix.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { columnsOf, detailsOf, type MixDetails, mixPlans } from './store.ts';

/** Pairings are between two different lines of the mix, each pair once. */
function demandPairings({ lines, pairings }: MixDetails): void {
  const known = new Set(lines.map(({ line }) => line));
  const seen = new Set<string>();
  for (const [at, { high, traffic }] of pairings.entries()) {
    const pair = JSON.stringify([high, traffic]);
    if (high === traffic || !known.has(high) || !known.has(traffic) || seen.has(pair))
      throw new Failure(
        'invalid-input',
        fieldIssue(`/pairings/${at}`, 'no-pair', 'a pairing is of two lines of the mix, once'),
      );
    seen.add(pair);
  }
}

/**
 * Sets the mix of a year, once per id.
 * @throws Failure `year-taken`, `invalid-input`
 */
export const createMixPlan = (deps: Deps, actor: Actor, { id, fiscalYear, ...details }: NewMixPlan) =>
  deps.transact(actor, async (work) => {
    const there = await mixPlans.find(work.db, actor, id);
    if (there) return { row: there, isNew: false };
    demandPairings(details);
    await mixPlans.demandFreeYear(work, fiscalYear, id);
    return mixPlans.create(work, {
      id,
      fiscal_year: fiscalYear,
      starts_on: monthsOf(actor.organisation, fiscalYear)[0]?.from ?? '',
      currency: actor.organisation.currency,
      ...columnsOf(details),
    });
  });

/** Changes a mix; lines and pairings that are sent take the place of those that stood. */
export const changeMixPlan = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: MixPlanPatch,
): Promise<MixPlanTable> =>
  deps.transact(actor, async (work) => {
    const details = { ...detailsOf(await mixPlans.get(work.db, actor, id)), ...patch } as MixDetails;
    demandPairings(details);
    return mixPlans.update(work, id, seen, columnsOf(details));
  });

/** @throws Failure `year-taken` when the year has another one by now */
export const restoreMixPlan = (deps: Deps, actor: Actor, id: string, seen: number): Promise<MixPlanTable> =>
  deps.transact(actor, async (work) => {
    const row = await mixPlans.get(work.db, actor, id);
    await mixPlans.demandFreeYear(work, row.fiscal_year, id);
    return mixPlans.restore(work, id, seen);
  });
