import type { ExplainedView } from '@milepost/contract/explain';
import type { MixWhyQuery } from '@milepost/contract/mix';
import type { Why } from '@milepost/core/explain/why';
import type { LpSolver } from '@milepost/core/lp/lp';
import { ruleId } from '@milepost/core/mix/mix-spec';
import { easeRule, hoursWhy, marginWhy, revenueWhy } from '@milepost/core/mix/mix-why';
import { solveMix } from '@milepost/core/mix/solve-mix';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { MixPlanTable } from '../../db/tables/mix.ts';
import { Failure } from '../../http/failure.ts';
import { explainShareToDate } from './read-mix-to-date.ts';
import { specOf } from './solve-mix-plan.ts';

async function plannedWhy(row: MixPlanTable, solver: LpSolver, { figure, rule }: MixWhyQuery): Promise<Why | null> {
  const spec = specOf(row);
  const best = await solveMix(spec, solver);
  if (best.status !== 'ok') return null;
  if (figure === 'margin') return marginWhy(spec, best);
  if (figure === 'revenue') return revenueWhy(best);
  if (figure === 'hours') return hoursWhy(spec, best);
  const priced = best.prices.find((one) => ruleId(one.rule) === rule);
  return priced ? ((await easeRule(spec, best, priced.rule, solver))?.why ?? null) : null;
}

/**
 * How a figure of a mix comes about: the planned ones from the solved mix, the shares to date from the books.
 * @throws Failure `not-found` for a figure that is not known
 */
export async function explainMix(
  db: Db,
  actor: Actor,
  row: MixPlanTable,
  query: MixWhyQuery,
  { today, now, solver }: { today: string; now: string; solver: LpSolver },
): Promise<ExplainedView> {
  const { figure } = query;
  const why =
    figure === 'high-share' || figure === 'traffic-share'
      ? await explainShareToDate(db, actor, row, { today, role: figure === 'high-share' ? 'high-margin' : 'traffic' })
      : await plannedWhy(row, solver, query);
  if (!why) throw new Failure('not-found');
  return { why, asOf: now };
}
