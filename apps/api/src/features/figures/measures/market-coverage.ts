import { derive, record, stored } from '@milepost/core/explain/derive';
import { type Market, marketKey, marketOf } from '@milepost/core/market-coverage/markets';
import type { MeasureDefinition } from '@milepost/core/measures/definition';
import { market } from '../../market-coverage/store.ts';
import { rateOf } from '../counted.ts';
import { type Item, itemMeasure } from '../item-measure.ts';
import { placesOf } from '../places-store.ts';

/** An account, the market it belongs to, and the day on which it was visited in the time that is asked for. */
type Located = Item & { market: Market; visitedOn: string | null };

/** The markets of some accounts, each with the account through which it was covered; null where it was not. */
function marketsOf(items: readonly Located[]): { market: Market; through: Located | null }[] {
  return [...Map.groupBy(items, (item) => marketKey(item.market))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own;
      return first ? [{ market: first.market, through: own.find(({ visitedOn }) => visitedOn !== null) ?? null }] : [];
    });
}

const nameOf = ({ segment, region }: Market): string => [segment, region].filter(Boolean).join(' · ');

/**
 * Market coverage: of the markets in which somebody has accounts, those that were visited in the time that is asked for. A market counts
 * once, however many accounts it has: of several people it is counted anew, never summed.
 */
export const marketCoverage = itemMeasure<Located>({
  key: 'marketCoverage',
  unit: 'ratio',
  isAdditive: false,
  isUndated: true,
  dateField: 'activity.on_day',
  personField: 'account.owner_id',
  dimensions: ['rep', 'manager', 'team', 'segment', 'region'],
  async items({ db, actor, query: { from, to } }, { coverage }: MeasureDefinition) {
    const accounts = await market.accounts(db, actor, { asOf: to, visitKinds: coverage.visitKinds });
    const places = await placesOf(db, actor);
    return accounts.flatMap(({ id, name, ownerId, segment, region, lastVisitOn }) => {
      const own = marketOf({ segment, region }, coverage.marketBy);
      if (!own) return [];
      const visitedOn = lastVisitOn !== null && lastVisitOn >= from ? lastVisitOn : null;
      const at = { ...places(ownerId), segment, region };
      return [{ kind: 'account' as const, id, day: visitedOn ?? '', label: name, at, market: own, visitedOn }];
    });
  },
  value(items) {
    const markets = marketsOf(items);
    return rateOf(markets.filter(({ through }) => through !== null).length, markets.length);
  },
  why(items, heading) {
    const markets = marketsOf(items);
    if (markets.length === 0) return null;
    const covered = markets.flatMap(({ market: own, through }) =>
      through
        ? [record('account', through.id, 1, 'count', [nameOf(own), through.label, through.visitedOn].join(' · '))]
        : [],
    );
    return derive('quotient', heading, [
      derive('sum', { rule: 'figures.covered-markets', unit: 'count' }, covered),
      derive(
        'sum',
        { rule: 'figures.markets', unit: 'count' },
        markets.map(({ market: own }) => stored('market', marketKey(own), 1, 'count', nameOf(own))),
      ),
    ]);
  },
});
