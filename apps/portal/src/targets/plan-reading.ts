import type { TargetGridView } from '@milepost/contract/targets';
import type { PlanCalendar } from '@milepost/core/targets/plan-periods';
import type { Face } from './grid-rows.ts';
import type { SharedBy } from './read-grid.ts';

/** What the rows of a plan are. */
export type PlanRows = Face | SharedBy;
/** What its columns are: months are edited, weeks and periods are read. */
export type PlanColumns = 'months' | PlanCalendar;

/** The rows that a plan has: a measure without product lines has neither these nor their products. Regions and products are offered to those who see all of it. */
export function rowsOf(view: TargetGridView): PlanRows[] {
  const all: PlanRows[] = ['people', 'lines', 'products', 'segments', 'regions'];
  return all.filter((by) => {
    if (by === 'segments') return view.plan.segments.length > 0;
    if (by !== 'people' && !view.target.axes.includes('lines')) return false;
    return (by !== 'products' && by !== 'regions') || (view.target.canPlan && view.target.basis === 'spread');
  });
}

/** The columns that rows may be read in: what is planned in a month is told by weeks and periods for every kind of row. */
export const columnsOf = (_by: PlanRows): PlanColumns[] => ['months', 'iso', '4-4-5'];
