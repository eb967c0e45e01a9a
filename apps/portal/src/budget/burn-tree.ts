import type { BudgetLineView, BurnView } from '@milepost/contract/budget';
import { foldName } from '@milepost/core/identity/fold-name';

type BurnRow = BurnView['rows'][number];

/** A row of the tree: a category, and below it the budget lines of that category. */
export type BurnBranch = { row: BurnRow; lines: { row: BurnRow; line: BudgetLineView }[] };

/** Categories with the lines they consist of. A line without spend is there too: it has a budget. */
export function burnTree(
  categories: readonly BurnRow[],
  byLine: readonly BurnRow[],
  lines: readonly BudgetLineView[],
): BurnBranch[] {
  const rowOf = new Map(byLine.map((row) => [row.key, row]));
  const linesOf = Map.groupBy(lines, ({ category }) => foldName(category));
  return categories.map((row) => ({
    row,
    lines: (linesOf.get(row.key) ?? []).flatMap((line) => {
      const own = rowOf.get(line.id);
      return own ? [{ row: own, line }] : [];
    }),
  }));
}

/** What was spent of a budget, 0–1 and more; null without a budget. */
export const burnRatio = ({ planMinor, approvedMinor }: Pick<BurnRow, 'planMinor' | 'approvedMinor'>): number | null =>
  planMinor !== null && planMinor > 0 ? approvedMinor / planMinor : null;

/** From this share on a budget is nearly used up. */
export const nearlyAt = 0.9;

/** Where a budget stands: used up, nearly, or not, or money was spent that nobody planned; null where nothing is to be said. */
export function burnState(
  row: Pick<BurnRow, 'planMinor' | 'approvedMinor'>,
): 'within' | 'nearly' | 'over' | 'unplanned' | null {
  if (row.planMinor === null) return row.approvedMinor > 0 ? 'unplanned' : null;
  const ratio = burnRatio(row);
  if (ratio === null) return row.approvedMinor > 0 ? 'over' : null;
  if (ratio > 1) return 'over';
  return ratio >= nearlyAt ? 'nearly' : 'within';
}
