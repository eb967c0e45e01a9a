import { workingOf } from '@milepost/contract/calendar';
import { largestRemainder } from '@milepost/core/apportion/largest-remainder';
import { toDay } from '@milepost/core/calendar/civil-day';
import { derive, largestRemainderShare, stored } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import { planToDate } from '@milepost/core/pacing/plan-to-date';
import { MONTHS_IN_YEAR } from '@milepost/core/targets/plan';
import { targets } from '../targets/store.ts';
import { seesWhole } from '../targets/whole-sight-store.ts';
import type { Books, Planned } from './books.ts';

/** What a segment is to bring in of a period, and what of it is due. */
export type SegmentPlan = {
  segment: string;
  target: number;
  planToDate: number;
  targetWhy(): Why;
  /** @param dueOf the derivation of what is due of all in the months of the period up to one */
  planToDateWhy(dueOf: (month: number) => Why): Why;
};

/**
 * The plan by segment, for those who see the whole of it: it is shared out for everybody together. What is due of the month under way is
 * what is due of everybody, shared as the month is, so that segments sum to the total to the unit.
 */
export async function segmentFace(books: Books, planned: Planned): Promise<SegmentPlan[] | null> {
  const { db, actor } = books;
  const { target: row, months, firstMonth, asOf, unit } = planned;
  if (!row || !seesWhole(actor, row)) return null;
  const plan = await targets.plan(db, row);
  if (plan.segments.length === 0) return null;
  const working = workingOf(actor.organisation);
  const cell = (at: number, month: number) => plan.segmentMonths[at * MONTHS_IN_YEAR + firstMonth + month] as number;
  const leaf = (at: number, month: number): Leaf => {
    const segment = plan.segments[at] as string;
    const label = [segment, months[month]?.from.slice(0, 7)].filter(Boolean).join(' · ');
    return stored('target-segment', `${row.id}:${segment}:${firstMonth + month + 1}`, cell(at, month), unit, label);
  };
  const places = Array.from(plan.segments.keys());
  /** What is due of each segment in a month: all of it when it is over. */
  const dueIn = (month: number): readonly number[] => {
    const { from, to } = months[month] ?? { from: asOf, to: asOf };
    if (from > asOf) return places.map(() => 0);
    const cells = places.map((at) => cell(at, month));
    if (to <= asOf) return cells;
    const span = { first: toDay(from), last: toDay(to) };
    const own = planned.leaves.filter((one) => one.month === month).map(({ amount }) => ({ month: span, amount }));
    return [...largestRemainder(planToDate(own, toDay(asOf), working), cells)];
  };
  const due = months.map((_, month) => dueIn(month));
  const dueWhy = (at: number, month: number, all: Why): Why | Leaf => {
    if ((months[month]?.to ?? '') <= asOf) return leaf(at, month);
    const isAhead = (other: number) =>
      cell(other, month) > cell(at, month) || (cell(other, month) === cell(at, month) && other < at);
    const others = places.filter((other) => other !== at);
    return largestRemainderShare(
      { rule: 'attainment.segment-due', unit, label: months[month]?.from.slice(0, 7) ?? '' },
      {
        ...{ total: all, own: leaf(at, month) },
        ahead: others.filter(isAhead).map((other) => leaf(other, month)),
        behind: others.filter((other) => !isAhead(other)).map((other) => leaf(other, month)),
      },
    );
  };
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return places.map((at) => ({
    segment: plan.segments[at] as string,
    target: sum(months.map((_, month) => cell(at, month))),
    planToDate: sum(due.map((each) => each[at] as number)),
    targetWhy: () =>
      derive(
        'sum',
        { rule: 'attainment.segment-target', unit },
        months.map((_, month) => leaf(at, month)),
      ),
    planToDateWhy: (dueOf) =>
      derive(
        'sum',
        { rule: 'pacing.plan-to-date', unit },
        months.flatMap(({ from }, month) => (from > asOf ? [] : [dueWhy(at, month, dueOf(month))])),
      ),
  }));
}
