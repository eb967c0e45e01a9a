import type { BoardTotal, BoardView, Subtotal } from '@milepost/contract/pipeline';
import { weightedValue } from '@milepost/core/pipeline/stages';
import type { StageTable } from '../../db/tables/records.ts';
import type { Pile } from './board-store.ts';
import { stageView } from './views.ts';

/** Unknown and unknown is unknown; unknown and known is what is known. */
const plus = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0);

const together = (a: Subtotal, b: Subtotal): Subtotal => ({
  currency: a.currency,
  count: a.count + b.count,
  withoutAmount: a.withoutAmount + b.withoutAmount,
  amountMinor: plus(a.amountMinor, b.amountMinor),
  weightedMinor: plus(a.weightedMinor, b.weightedMinor),
});

/** One total in one currency, or none in several. Deals without an amount have no say in which currency a total is. */
function totalOf(parts: readonly Subtotal[], currency: string): BoardTotal {
  const subtotals = [...Map.groupBy(parts, (part) => part.currency)]
    .map(([, same]) => same.reduce(together))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
  const count = subtotals.reduce((sum, part) => sum + part.count, 0);
  const withoutAmount = subtotals.reduce((sum, part) => sum + part.withoutAmount, 0);
  const known = subtotals.filter((part) => part.amountMinor !== null);
  const [only] = known;
  if (known.length > 1)
    return { count, withoutAmount, subtotals, total: { status: 'refused', code: 'mixed-currencies' } };
  const nothing = count === 0 ? 0 : null;
  return {
    count,
    withoutAmount,
    subtotals,
    total: {
      status: 'ok',
      currency: only?.currency ?? subtotals[0]?.currency ?? currency,
      amountMinor: only?.amountMinor ?? nothing,
      weightedMinor: only?.weightedMinor ?? nothing,
    },
  };
}

/** The board's figures: each stage in its order, and the open pipeline. `currency` is what an empty total is in. */
export function boardOf(stages: readonly StageTable[], piles: readonly Pile[], currency: string): BoardView {
  const partsOf = (stage: StageTable): Subtotal[] =>
    piles
      .filter((pile) => pile.stageId === stage.id)
      .map(({ stageId: _, ...pile }) => ({
        ...pile,
        weightedMinor: pile.amountMinor === null ? null : weightedValue(pile.amountMinor, stage.probability_bp),
      }));
  return {
    stages: stages.map((stage) => ({ stage: stageView(stage), ...totalOf(partsOf(stage), currency) })),
    open: totalOf(stages.filter(({ category }) => category === 'open').flatMap(partsOf), currency),
  };
}
