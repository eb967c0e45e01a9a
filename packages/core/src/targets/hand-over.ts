import { sharesOf } from '../apportion/apportion.ts';
import { dueOf, type Elapsed } from '../pacing/plan-to-date.ts';
import { draftOf, lockedLeaves } from './draft.ts';
import { axisSums, leafPlace, MONTHS_IN_YEAR, type Plan, plannedTotal } from './plan.ts';

/** Somebody who takes over, with what they can carry of each of the twelve months: see `capacityWeights`. */
export type Successor = { readonly id: string; readonly months: readonly number[] };

export type HandOver = {
  readonly plan: Plan;
  /** What went to successors, in minor units. */
  readonly moved: number;
  /** What stays with the leaver beyond their term: it is locked, or nobody is there in its month. */
  readonly stays: number;
};

/**
 * The plan after somebody has left (rule 1, "leaver"): what lies after their last day goes to successors by their capacity
 * in each month, line by line, by largest remainder; what lies before stays theirs, so their history is kept. Every line,
 * every month and the year sum to the same. Locked cells neither give nor take.
 * @param served how much of each of the twelve months the leaver still serves, in working days: the rest of it goes
 *
 * Throws RangeError on people whom the plan has not got, the leaver among the successors, rows that are not of twelve
 * months, and on negative capacity.
 */
export function handOver(
  plan: Plan,
  leaver: string,
  { served, successors }: { readonly served: readonly Elapsed[]; readonly successors: readonly Successor[] },
): HandOver {
  const from = placeOf(plan, leaver);
  const rows = successors.map(({ id, months }) => {
    if (id === leaver) throw new RangeError('Nobody takes over from themselves.');
    if (months.length !== MONTHS_IN_YEAR)
      throw new RangeError(`Capacity is told for twelve months; got ${months.length}.`);
    return { place: placeOf(plan, id), months };
  });
  if (served.length !== MONTHS_IN_YEAR) throw new RangeError(`A year has twelve months; got ${served.length}.`);
  const locked = lockedLeaves(draftOf(plan));
  const leaves = plan.leaves.slice();
  let [moved, stays] = [0, 0];
  for (const [month, part] of served.entries()) {
    for (let line = 0; line < plan.lines.length; line += 1) {
      const own = leafPlace(plan, from, line, month);
      const amount = leaves[own] as number;
      const rest = amount - dueOf(amount, part);
      if (rest === 0) continue;
      const takers = rows.map(({ place, months }) => ({
        leaf: leafPlace(plan, place, line, month),
        weight: months[month] as number,
      }));
      const weights = takers.map(({ leaf, weight }) => (locked[leaf] === 1 ? 0 : weight));
      if (locked[own] === 1 || !weights.some((weight) => weight > 0)) {
        stays += rest;
        continue;
      }
      const shares = sharesOf(rest, weights, plan.method);
      for (const [at, { leaf }] of takers.entries()) leaves[leaf] = (leaves[leaf] as number) + (shares[at] as number);
      leaves[own] = amount - rest;
      moved += rest;
    }
  }
  const next = { ...plan, leaves };
  const addsUp = plannedTotal(next) === plan.total;
  return { plan: { ...next, agreed: addsUp ? axisSums(next) : plan.agreed }, moved, stays };
}

function placeOf(plan: Plan, id: string): number {
  const place = plan.persons.indexOf(id);
  if (place < 0) throw new RangeError(`${id} has no part in this plan.`);
  return place;
}
