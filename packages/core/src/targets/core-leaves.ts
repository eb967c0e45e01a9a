import { cascade } from '../apportion/cascade.ts';
import { type Base, coreIncremental } from './core-incremental.ts';
import { leafPlace, MONTHS_IN_YEAR, type Plan } from './plan.ts';

/** What a person sold of a line in the past, in minor units. */
export type PastSale = { readonly person: string; readonly line: string; readonly value: number };

/** What of the past is expected to be lost, and to come from prices: 0.05 = 5 %. */
export type CoreRates = { readonly churn: number; readonly price: number };

/**
 * The core part of every leaf: what the past brings again by itself. The core of a person and line is their past revenue
 * after churn and prices, shared among all of them so that the whole is exact, and goes to the months by the season of the
 * plan. What a leaf asks beyond its core is incremental: `leaf − core`. Since both are whole in every leaf, both sum on
 * every axis. People and lines that are not in the plan have no leaf, and revenue below zero is no base.
 *
 * Source: see `coreIncremental`.
 */
export function coreLeaves(plan: Plan, past: readonly PastSale[], { churn, price }: CoreRates): Float64Array {
  const cores = new Float64Array(plan.leaves.length);
  const sums = new Map<string, number>();
  for (const { person, line, value } of past) {
    const key = `${person}\n${line}`;
    sums.set(key, (sums.get(key) ?? 0) + value);
  }
  const bases: Base[] = [];
  for (const person of plan.persons)
    for (const line of plan.lines) {
      const base = Math.max(0, sums.get(`${person}\n${line}`) ?? 0);
      bases.push({ id: `${person}\n${line}`, base, churn, price, potential: null, segment: line });
    }
  const parts = coreIncremental(bases, plan.total);
  for (const [row, { core }] of parts.entries()) {
    const [person, line] = [Math.floor(row / plan.lines.length), row % plan.lines.length];
    for (const [month, value] of cascade(core, plan.shape.months).entries())
      cores[leafPlace(plan, person, line, month)] = value;
  }
  return cores;
}

/** The part of a sum of leaves that is core, and what is asked beyond it: `person`, `line` and `month` by place, or all. */
export function partsOfLeaves(
  plan: Pick<Plan, 'leaves' | 'lines'>,
  cores: Float64Array,
  belongs: (person: number, line: number, month: number) => boolean,
): { readonly core: number; readonly incremental: number } {
  let [core, whole] = [0, 0];
  for (let place = 0; place < plan.leaves.length; place += 1) {
    const row = Math.floor(place / MONTHS_IN_YEAR);
    const person = Math.floor(row / plan.lines.length);
    if (!belongs(person, row % plan.lines.length, place % MONTHS_IN_YEAR)) continue;
    core += cores[place] as number;
    whole += plan.leaves[place] as number;
  }
  return { core, incremental: whole - core };
}
