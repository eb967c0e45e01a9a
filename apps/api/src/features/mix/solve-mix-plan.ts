import { type MixSolutionView, mixSpecOf } from '@milepost/contract/mix';
import type { LpSolver } from '@milepost/core/lp/lp';
import { type MixRole, type MixSpec, ruleId } from '@milepost/core/mix/mix-spec';
import { easeBindingRules } from '@milepost/core/mix/mix-why';
import { type BestMix, solveMix } from '@milepost/core/mix/solve-mix';
import { whatGives } from '@milepost/core/mix/what-gives';
import { currencyExponent } from '@milepost/core/money/currency';
import type { MixPlanTable } from '../../db/tables/mix.ts';
import { detailsOf } from './store.ts';

/** The plan as core takes it. */
export const specOf = (row: MixPlanTable): MixSpec => mixSpecOf(detailsOf(row), currencyExponent(row.currency));

const nothing = { best: null, prices: [], conflict: [], relaxations: [], missing: [] };

/** The best mix of a plan with the price of its rules; or why there is none, and what would give. */
export async function solveMixPlan(row: MixPlanTable, solver: LpSolver): Promise<MixSolutionView> {
  const spec = specOf(row);
  const result = await solveMix(spec, solver);
  const said = { ...nothing, version: row.version, status: result.status };
  if (result.status === 'incomplete') return { ...said, missing: [...result.missing] };
  if (result.status === 'infeasible')
    return { ...said, conflict: [...result.conflict], relaxations: await whatGives(spec, solver) };
  if (result.status !== 'ok') return said;
  const eased = await easeBindingRules(spec, result, solver);
  return {
    ...said,
    best: {
      lines: result.lines.map(({ id, revenue, margin }) => ({ line: id, revenue, margin })),
      revenue: result.revenue,
      margin: result.margin,
      hours: result.hours,
      highShare: shareOf(spec, result, 'high-margin'),
      trafficShare: shareOf(spec, result, 'traffic'),
    },
    prices: eased.map(({ rule, limit, step, gain }) => ({ rule, id: ruleId(rule), limit, step, gain })),
  };
}

/** The share of a role in the planned revenue; null where nothing is planned. */
function shareOf({ lines }: MixSpec, best: BestMix, role: MixRole): number | null {
  const all = best.lines.reduce((sum, { exact }) => sum + exact, 0);
  if (all <= 0) return null;
  return best.lines.reduce((sum, { exact }, at) => sum + (lines[at]?.role === role ? exact : 0), 0) / all;
}
