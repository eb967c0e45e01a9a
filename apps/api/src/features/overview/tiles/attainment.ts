import { derive } from '@milepost/core/explain/derive';
import { yearWhy } from '../../pacing/year-store.ts';
import { plainTile, type TileSpec } from '../tile.ts';

const signals = { ahead: 'good', 'on-pace': 'good', behind: 'watch', 'far-behind': 'bad' } as const;

/** What the year has reached of its plan to date, with where it lands. */
export const attainment: TileSpec = {
  key: 'attainment',
  async read(shown) {
    const { facts, pace } = await shown.year();
    const { landing } = pace;
    const share = (value: number) => value / pace.target;
    const inMonth = <T extends { value?: number; amount?: number }>(rows: readonly T[]) =>
      rows.reduce((sum, { value, amount }) => sum + (value ?? amount ?? 0), 0);
    let [due, sold] = [0, 0];
    const trend = facts.months.flatMap(({ from }, month) => {
      if (from > facts.asOf) return [];
      due += inMonth(facts.leaves.filter((leaf) => leaf.month === month));
      sold += inMonth(facts.sold.filter((one) => one.month === from.slice(0, 7)));
      // The month under way is due in part: the number itself says how it stands.
      const isUnderWay = from.slice(0, 7) === facts.asOf.slice(0, 7);
      return [{ period: from, value: isUnderWay ? pace.pacingRatio : due > 0 ? sold / due : null }];
    });
    const has = facts.target !== null;
    return {
      ...plainTile,
      ...{ tile: 'attainment', unit: 'ratio', grain: 'month' },
      value: has ? pace.pacingRatio : null,
      beside: has ? { unit: 'money', value: pace.target } : null,
      interval:
        landing && pace.target > 0
          ? { kind: 'landing', low: share(landing.low), high: share(landing.high), conf: landing.conf }
          : null,
      signal: has && pace.signal ? signals[pace.signal] : null,
      trend: has ? trend : [],
      ...{ from: facts.months[0]?.from ?? shown.today, to: facts.asOf },
    };
  },
  async explain(shown) {
    const year = await shown.year();
    if (!year.facts.target || year.pace.pacingRatio === null) return null;
    const { actual, planToDate } = await yearWhy(shown.db, shown.actor, year);
    return derive('quotient', { rule: 'pacing.ratio', unit: 'ratio' }, [actual, planToDate]);
  },
};
