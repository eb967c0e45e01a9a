import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { rateStatus } from '@milepost/core/rate/rate-status';
import { wilson } from '@milepost/core/rate/wilson';
import { whyMeasure } from '../../figures/explained-store.ts';
import { definitions } from '../../measures/definition-store.ts';
import { type PeriodSum, tally } from '../tally-reader-store.ts';
import { plainTile, type Shown, type TileSpec } from '../tile.ts';

const monthsShown = 12;
const statuses = { met: 'good', missed: 'bad', open: 'watch' } as const;

/** The last month of which every window has ended, and the months before it. */
async function lastMonth({ db, actor, today }: Shown) {
  const { repurchase } = await definitions.inForce(db, actor);
  // A window that opens on the last day of the month is over by then.
  const opened = toIso(toDay(today) - repurchase.windowDays + 1);
  const first = toIso(addMonths(toDay(`${opened.slice(0, 7)}-01`), -1));
  return {
    repurchase,
    first,
    last: toIso(addMonths(toDay(first), 1) - 1),
    from: toIso(addMonths(toDay(first), 1 - monthsShown)),
  };
}

const countsIn = (sums: readonly PeriodSum[], month: string) => {
  const of = (measure: PeriodSum['measure']) =>
    sums.find((sum) => sum.measure === measure && sum.period === month)?.value ?? 0;
  return { num: of('repurchases'), den: of('repurchase_windows') };
};

/** The share of customers who bought again, of the last month of which that is known in full. */
export const repurchase: TileSpec = {
  key: 'repurchase',
  async read(shown) {
    const { db, actor } = shown;
    const { repurchase: definition, first, last, from } = await lastMonth(shown);
    const measures = ['repurchases', 'repurchase_windows'] as const;
    const span = { from: from.slice(0, 7), to: first.slice(0, 7) };
    const sums = await tally.byPeriod(db, actor, 'month', measures, span);
    const counts = countsIn(sums, first.slice(0, 7));
    const counted = { successes: counts.num, trials: counts.den };
    const months = Array.from({ length: monthsShown }, (_, at) => toIso(addMonths(toDay(from), at)));
    const isKnown = counts.den > 0;
    return {
      ...plainTile,
      ...{ tile: 'repurchase', unit: 'ratio', grain: 'month', from: first, to: last },
      value: isKnown ? counts.num / counts.den : null,
      beside: definition.targetRatio === null ? null : { unit: 'ratio', value: definition.targetRatio },
      counts,
      interval: isKnown ? { kind: 'share', ...wilson(counted), conf: 0.95 } : null,
      signal: isKnown && definition.targetRatio !== null ? statuses[rateStatus(counted, definition.targetRatio)] : null,
      trend: months.map((period) => {
        const { num, den } = countsIn(sums, period.slice(0, 7));
        return { period, value: den > 0 ? num / den : null };
      }),
    };
  },
  async explain(shown) {
    const { first, last } = await lastMonth(shown);
    return whyMeasure('repurchaseRate', shown, { from: first, to: last });
  },
};
