import { type Plan, plannedTotal } from './plan.ts';
import { replan } from './replan.ts';

/** The level above the base: so many times the base, or a total of its own in minor units. */
export type Stretch = { readonly factor: number } | { readonly total: number };

/**
 * The total of the stretch level: `round(base · factor)`, halves away from zero, or the total that was given. Throws
 * RangeError on a factor that is no number of zero or more.
 */
export function stretchTotal(base: number, stretch: Stretch): number {
  if ('total' in stretch) return stretch.total;
  if (!(stretch.factor >= 0 && stretch.factor < Number.POSITIVE_INFINITY))
    throw new RangeError(`A stretch is a factor of zero or more; got ${stretch.factor}.`);
  const exact = Math.abs(base) * stretch.factor;
  return base < 0 ? 0 - Math.round(exact) : Math.round(exact);
}

/**
 * The plan at its stretch level: the stretch total shared in the proportion of the base leaves, whole and summing on
 * every axis. What is not allocated of the base is left out of the stretch too. Locks hold the base, not the stretch.
 */
export function stretchPlan(plan: Plan, stretch: Stretch): Plan {
  const planned = plannedTotal(plan);
  const part = plan.total === 0 ? 1 : planned / plan.total;
  const value = Math.round(stretchTotal(plan.total, stretch) * part) + 0;
  const next = replan({ ...plan, locks: [], stated: [] }, [{ kind: 'setTotal', value }]);
  // Nothing is held, so there is room for every total.
  return next.status === 'ok' ? next.plan : plan;
}
