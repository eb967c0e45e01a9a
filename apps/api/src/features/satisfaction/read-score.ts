import type { SatisfactionQuery, SatisfactionScore } from '@milepost/contract/satisfaction';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { netPromoter, netPromoterChange, topTwo } from '@milepost/core/satisfaction/satisfaction';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { SatisfactionTable } from '../../db/tables/satisfaction.ts';
import { lastAnswers, recommendationsOf, satisfactions } from './store.ts';

/** Satisfaction of customers in sight between two days, and whether it changed since as many days before. */
export async function readScore(db: Db, actor: Actor, { from, to }: SatisfactionQuery): Promise<SatisfactionScore> {
  const days = toDay(to) - toDay(from) + 1;
  const earlier = { from: toIso(toDay(from) - days), to: toIso(toDay(from) - 1) };
  const read = async (scale: SatisfactionTable['scale'], span: { from: string; to: string }) =>
    lastAnswers(await satisfactions.between(db, actor, { ...span, scale }));
  const [recommend, before, boxes] = [
    await read('recommend', { from, to }),
    await read('recommend', earlier),
    await read('satisfied', { from, to }),
  ];
  const satisfied = topTwo([1, 2, 3, 4, 5].map((box) => boxes.filter(({ score }) => score === box).length));
  return {
    ...{ from, to },
    netPromoter: netPromoter(recommendationsOf(recommend), { adjusted: true }),
    satisfied: satisfied && {
      ...{ score: satisfied.num / satisfied.den, low: satisfied.interval.low, high: satisfied.interval.high },
      count: satisfied.den,
    },
    customers: new Set([...recommend, ...boxes].map(({ account_id }) => account_id)).size,
    change: netPromoterChange(recommendationsOf(before), recommendationsOf(recommend)),
  };
}
