import { namesOf } from '../../../db/names-store.ts';
import { lastAnswers, satisfactions } from '../../satisfaction/store.ts';
import { rateOf, whyRate } from '../counted.ts';
import { type Item, itemMeasure } from '../item-measure.ts';
import { placesOf } from '../places-store.ts';

type Answer = Item & { isSatisfied: boolean };

/** The two highest boxes of five. */
const satisfiedFrom = 4;

/**
 * The share of satisfied customers: answers of 4 or 5 ÷ answers, of each who answered the last one, for whose customer it is. A rate:
 * counted anew, never summed; without answers it is not known.
 */
export const satisfied = itemMeasure<Answer>({
  key: 'satisfied',
  unit: 'ratio',
  isAdditive: false,
  dateField: 'satisfaction.on_day',
  personField: 'satisfaction.owner_id',
  dimensions: ['rep', 'manager', 'team', 'account'],
  async items({ db, actor, query: { from, to } }) {
    const rows = lastAnswers(await satisfactions.between(db, actor, { from, to, scale: 'satisfied' }));
    const places = await placesOf(db, actor);
    const names = await namesOf(db, actor, { account: rows.map(({ account_id }) => account_id) });
    return rows.map(({ id, on_day, account_id, owner_id, score }) => ({
      ...{ kind: 'satisfaction' as const, id, day: on_day, label: names.account.get(account_id) ?? '' },
      ...{ isSatisfied: score >= satisfiedFrom, at: { ...places(owner_id), account: account_id } },
    }));
  },
  value: (items) => rateOf(items.filter(({ isSatisfied }) => isSatisfied).length, items.length),
  why: (items, heading) =>
    whyRate({ successes: items.filter(({ isSatisfied }) => isSatisfied), all: items }, heading, {
      successes: 'figures.satisfied-answers',
      all: 'figures.satisfaction-answers',
    }),
});
