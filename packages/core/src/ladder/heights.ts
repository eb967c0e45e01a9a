import { orderOf } from '../training/order.ts';
import type { Rung } from './criteria.ts';

export type Heights =
  /** How many rungs lie below each on the longest way up; a first rung has 0. */
  | { readonly status: 'ok'; readonly heights: ReadonlyMap<string, number> }
  /** Rungs that lie above themselves, each above the next, the last above the first. */
  | { readonly status: 'cycle'; readonly cycle: readonly string[] };

/**
 * How high each rung stands, so that a ladder can be drawn: one more than the highest rung from which one comes to it. Rungs that nobody
 * knows any more are passed over. A cycle is an answer, not an error.
 * @throws RangeError for a rung that stands twice
 */
export function heightsOf(rungs: readonly Pick<Rung, 'id' | 'from'>[]): Heights {
  const known = new Set(rungs.map(({ id }) => id));
  const steps = rungs.map(({ id, from }) => ({ id, after: from.filter((one) => known.has(one)) }));
  const found = orderOf(steps);
  if (found.status === 'cycle') return found;
  const below = new Map(steps.map(({ id, after }) => [id, after]));
  const heights = new Map<string, number>();
  for (const id of found.order)
    heights.set(id, Math.max(-1, ...(below.get(id) ?? []).map((one) => heights.get(one) ?? 0)) + 1);
  return { status: 'ok', heights };
}
