import { whyMeasure } from '../../figures/explained-store.ts';
import type { PeriodSum } from '../tally-reader-store.ts';
import { tally } from '../tally-reader-store.ts';
import { grainFor, plainTile, spanOf, sumOf, type TileSpec, trendOf, usualTile } from '../tile.ts';

const parts = ['costed_revenue', 'org_costed_revenue', 'cost', 'org_cost'] as const;
const signOf = (measure: PeriodSum['measure']) => (measure === 'cost' || measure === 'org_cost' ? -1 : 1);
const revenueOnly = (measure: PeriodSum['measure']) => (signOf(measure) > 0 ? 1 : 0);

/** Margin of the days shown, of sales whose cost is known, with its share of their revenue. */
export const margin: TileSpec = {
  key: 'margin',
  async read(shown) {
    const { db, actor } = shown;
    const span = spanOf(shown);
    const sums = await tally.bySpan(db, actor, parts, span, grainFor(shown.days));
    const [value, revenue] = [sumOf(sums, signOf), sumOf(sums, revenueOnly)];
    const told = trendOf(sums, shown, signOf);
    return {
      ...plainTile,
      ...{ tile: 'margin', unit: 'money', ...span, grain: told.grain, trend: told.trend },
      // Where no cost is known, the margin is not known either.
      value: sums.length === 0 ? null : value,
      beside: revenue > 0 ? { unit: 'ratio', value: value / revenue } : null,
      ...usualTile(told, { neverNegative: false }),
    };
  },
  explain: (shown) => whyMeasure('margin', shown, spanOf(shown)),
};
