import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { derive } from '@milepost/core/explain/derive';
import { newcombe } from '@milepost/core/rate/wilson';
import { whyMeasure } from '../../figures/explained-store.ts';
import { satisfactionTold } from '../../satisfaction/told-store.ts';
import { plainTile, type Shown, type TileSpec } from '../tile.ts';

const monthsShown = 12;

/** Twelve months up to the day: customers are asked seldom, and fewer days would hold hardly an answer. */
const spanOf = ({ today }: Pick<Shown, 'today'>) => ({
  from: toIso(addMonths(toDay(today), -monthsShown) + 1),
  to: today,
});

/** The share of satisfied answers of a year with the net promoter score beside it; whether it changed since the year before. */
export const satisfaction: TileSpec = {
  key: 'satisfaction',
  async read(shown) {
    const { db, actor } = shown;
    const span = spanOf(shown);
    const { satisfied, before, months, netPromoter } = await satisfactionTold.year(db, actor, span);
    const counted = ({ num, den }: { num: number; den: number }) => ({ successes: num, trials: den });
    const change = satisfied && before ? newcombe(counted(satisfied), counted(before)) : null;
    return {
      ...plainTile,
      ...{ tile: 'satisfaction', unit: 'ratio', grain: 'month', ...span },
      value: satisfied && satisfied.num / satisfied.den,
      counts: satisfied && { num: satisfied.num, den: satisfied.den },
      interval: satisfied && { kind: 'share', ...satisfied.interval, conf: 0.95 },
      beside: netPromoter && {
        ...{ unit: 'points', value: netPromoter.score },
        told: { low: netPromoter.low, high: netPromoter.high, count: netPromoter.count },
      },
      // Only a change whose whole interval lies on one side is one.
      signal: change === null ? null : change.low > 0 ? 'good' : change.high < 0 ? 'bad' : null,
      trend: months,
    };
  },
  async explain(shown) {
    const span = spanOf(shown);
    const satisfied = await whyMeasure('satisfied', shown, span);
    return satisfied && derive('sum', { rule: 'overview.satisfied', unit: 'ratio' }, [satisfied]);
  },
};
