import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { netPromoter, topTwo } from '@milepost/core/satisfaction/satisfaction';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { SatisfactionTable } from '../../db/tables/satisfaction.ts';
import { lastAnswers, recommendationsOf, satisfactions } from './store.ts';

/** The share of satisfied answers of those who answered, each the last time. Null without answers. */
const satisfiedOf = (rows: readonly SatisfactionTable[]) => {
  const last = lastAnswers(rows);
  return topTwo([1, 2, 3, 4, 5].map((box) => last.filter(({ score }) => score === box).length));
};

/** What the page of satisfaction tells, for other features: the same figures. */
export const satisfactionTold = {
  /** A year of customers in sight: both scores, the satisfied share of the year before, and that of each month. */
  async year(db: Db, actor: Actor, { from, to }: { from: string; to: string }) {
    const earlier = { from: toIso(addMonths(toDay(from), -12)), to: toIso(toDay(from) - 1) };
    const [rows, rowsBefore, recommend] = await Promise.all([
      satisfactions.between(db, actor, { from, to, scale: 'satisfied' }),
      satisfactions.between(db, actor, { ...earlier, scale: 'satisfied' }),
      satisfactions.between(db, actor, { from, to, scale: 'recommend' }),
    ]);
    const first = toDay(`${to.slice(0, 7)}-01`);
    const months = Array.from({ length: 12 }, (_, at) => toIso(addMonths(first, at - 11)).slice(0, 7));
    return {
      satisfied: satisfiedOf(rows),
      before: satisfiedOf(rowsBefore),
      netPromoter: netPromoter(recommendationsOf(lastAnswers(recommend)), { adjusted: true }),
      months: months.map((month) => {
        const found = satisfiedOf(rows.filter(({ on_day }) => on_day.startsWith(month)));
        return { period: `${month}-01`, value: found && found.num / found.den };
      }),
    };
  },
};
