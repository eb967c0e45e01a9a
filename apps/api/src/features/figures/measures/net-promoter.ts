import { derive, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { netPromoter as scoreOf } from '@milepost/core/satisfaction/satisfaction';
import { namesOf } from '../../../db/names-store.ts';
import { lastAnswers, recommendationsOf, satisfactions } from '../../satisfaction/store.ts';
import { type Item, itemMeasure, leafOf } from '../item-measure.ts';
import { placesOf } from '../places-store.ts';

type Answer = Item & { score: number };
const points = 100;

const sharesWhy = (items: readonly Answer[], rule: string, isMeant: (score: number) => boolean): Why =>
  derive('quotient', { rule: `figures.${rule}-share`, unit: 'ratio' }, [
    derive('sum', { rule: `figures.${rule}`, unit: 'count' }, items.filter(({ score }) => isMeant(score)).map(leafOf)),
    derive('sum', { rule: 'figures.recommend-answers', unit: 'count' }, items.map(leafOf)),
  ]);

/**
 * The net promoter score in points: promoters (9–10) less detractors (0–6) of all answers, of each who answered the last one, for whose
 * customer it is. Its interval is adjusted, so that few answers do not look certain. Counted anew, never summed; without answers unknown.
 */
export const netPromoter = itemMeasure<Answer>({
  key: 'netPromoter',
  unit: 'points',
  isAdditive: false,
  dateField: 'satisfaction.on_day',
  personField: 'satisfaction.owner_id',
  dimensions: ['rep', 'manager', 'team', 'account'],
  async items({ db, actor, query: { from, to } }) {
    const rows = lastAnswers(await satisfactions.between(db, actor, { from, to, scale: 'recommend' }));
    const places = await placesOf(db, actor);
    const names = await namesOf(db, actor, { account: rows.map(({ account_id }) => account_id) });
    return rows.map(({ id, on_day, account_id, owner_id, score }) => ({
      ...{ kind: 'satisfaction' as const, id, day: on_day, label: names.account.get(account_id) ?? '', score },
      at: { ...places(owner_id), account: account_id },
    }));
  },
  value(items) {
    const found = scoreOf(recommendationsOf(items), { adjusted: true });
    return { value: found?.score ?? null, counts: null, interval: found && { low: found.low, high: found.high } };
  },
  why: (items, heading) =>
    items.length === 0
      ? null
      : derive('product', heading, [
          stored('points', 'whole', points, 'points'),
          derive('difference', { rule: 'figures.net-promoters', unit: 'ratio' }, [
            sharesWhy(items, 'promoters', (score) => score >= 9),
            sharesWhy(items, 'detractors', (score) => score <= 6),
          ]),
        ]),
});
