import { opportunities, stages } from '../../pipeline/store.ts';
import { rateOf, whyRate } from '../counted.ts';
import { type Item, itemMeasure } from '../item-measure.ts';
import { placesOf } from '../places-store.ts';

type Closed = Item & { isWon: boolean };

/** Deals won ÷ deals closed, by count and the day of closing. A rate: counted anew, never summed. */
export const signingRate = itemMeasure<Closed>({
  key: 'signingRate',
  unit: 'ratio',
  isAdditive: false,
  dateField: 'opportunity.closed_on',
  personField: 'opportunity.owner_id',
  dimensions: ['rep', 'manager', 'team', 'account'],
  async items({ db, actor, query: { from, to } }) {
    const category = new Map<string, string>();
    for await (const stage of stages.each(db, actor, {})) category.set(stage.id, stage.category);
    const places = await placesOf(db, actor);
    const filter = [
      { field: 'closedOn', op: 'gte' as const, value: from },
      { field: 'closedOn', op: 'lte' as const, value: to },
    ];
    const items: Closed[] = [];
    for await (const row of opportunities.each(db, actor, { filter })) {
      const closed = category.get(row.stage_id);
      if (row.closed_on === null || (closed !== 'won' && closed !== 'lost')) continue;
      items.push({
        ...{ kind: 'opportunity', id: row.id, day: row.closed_on, label: row.name, isWon: closed === 'won' },
        at: { ...places(row.owner_id), account: row.account_id },
      });
    }
    return items;
  },
  value: (items) => rateOf(items.filter(({ isWon }) => isWon).length, items.length),
  why: (items, heading) =>
    whyRate({ successes: items.filter(({ isWon }) => isWon), all: items }, heading, {
      successes: 'figures.deals-won',
      all: 'figures.deals-closed',
    }),
});
