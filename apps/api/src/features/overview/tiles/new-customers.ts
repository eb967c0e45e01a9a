import { whyMeasure } from '../../figures/explained-store.ts';
import { tally } from '../tally-reader-store.ts';
import { grainFor, plainTile, spanOf, sumOf, type TileSpec, trendOf, usualTile } from '../tile.ts';

const one = () => 1;

/** Valid new customers of the days shown, as the organisation defines them. */
export const newCustomers: TileSpec = {
  key: 'newCustomers',
  async read(shown) {
    const { db, actor } = shown;
    const span = spanOf(shown);
    const sums = await tally.bySpan(db, actor, ['new_customers'], span, grainFor(shown.days));
    const told = trendOf(sums, shown, one);
    return {
      ...plainTile,
      ...{ tile: 'newCustomers', unit: 'count', ...span, grain: told.grain, trend: told.trend },
      value: sumOf(sums, one),
      ...usualTile(told, { neverNegative: true }),
    };
  },
  explain: (shown) => whyMeasure('newCustomers', shown, spanOf(shown)),
};
