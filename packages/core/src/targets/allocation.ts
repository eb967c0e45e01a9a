import { blockSum, isSameBlock } from './block.ts';
import { type AxisSums, axisSums, type Block, type Plan, plannedTotal } from './plan.ts';

export type Axis = keyof AxisSums;

/** A part of an axis that sums to something else than when the plan last added up to its total. */
export type AxisDifference = { readonly axis: Axis; readonly id: string; readonly difference: number };

/** What of the stated total is not shared out, or is shared out twice. Both are 0 or more, and one of them is 0. */
export type Allocation = {
  readonly total: number;
  readonly planned: number;
  readonly unallocated: number;
  readonly overAllocated: number;
  readonly canPublish: boolean;
  /** Where it is: parts of each axis, told only while the plan does not add up. Months are counted '0' to '11'. */
  readonly byAxis: AxisDifference[];
  /** Statements that are not met. */
  readonly statements: { readonly at: Block; readonly stated: number; readonly planned: number }[];
};

/**
 * Compares a plan with what it is said to be. A plan may be published when its leaves sum to the stated total, its segments too, and
 * every statement about a part is met.
 */
export function allocation(plan: Plan): Allocation {
  const planned = plannedTotal(plan);
  const gap = plan.total - planned;
  const segmentGap =
    plan.segments.length === 0 ? 0 : plan.total - plan.segmentMonths.reduce((sum, cell) => sum + cell, 0);
  const statements = plan.stated
    .map(({ at, value }) => ({ at, stated: value, planned: blockSum(plan, at) }))
    .filter((one) => one.stated !== one.planned && !isSameBlock(plan, one.at, {}));
  return {
    total: plan.total,
    planned,
    unallocated: Math.max(0, gap),
    overAllocated: Math.max(0, -gap),
    canPublish: gap === 0 && segmentGap === 0 && statements.length === 0,
    byAxis: gap === 0 && segmentGap === 0 ? [] : differences(plan),
    statements,
  };
}

function differences(plan: Plan): AxisDifference[] {
  const now = axisSums(plan);
  const ids: Record<Axis, readonly string[]> = {
    persons: plan.persons,
    lines: plan.lines,
    segments: plan.segments,
    months: Array.from(now.months, (_, month) => String(month)),
  };
  return (Object.keys(ids) as Axis[]).flatMap((axis) =>
    ids[axis].flatMap((id, place) => {
      const difference = (now[axis][place] ?? 0) - (plan.agreed[axis][place] ?? 0);
      return difference === 0 ? [] : [{ axis, id, difference }];
    }),
  );
}
