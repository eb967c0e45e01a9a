import { derive, record } from '@milepost/core/explain/derive';
import { openShare } from '@milepost/core/overview/open-share';
import { yearWhy } from '../../pacing/year-store.ts';
import { openOpportunities } from '../open-opportunities-store.ts';
import { plainTile, type Shown, type TileSpec } from '../tile.ts';

/** The year, what is left of its target to win, and the deals that may close in it. */
async function leftOf(shown: Shown) {
  const year = await shown.year();
  const { facts, pace } = year;
  const until = facts.months.at(-1)?.to ?? shown.today;
  const deals = await openOpportunities(shown.db, shown.actor, { from: shown.today, to: until });
  return { year, rest: facts.target ? pace.target - pace.actual : null, deals, until };
}

/** The pipeline coverage ratio: open deals that may close in the fiscal year ÷ what is left of its target to win. */
export const pipelineCoverage: TileSpec = {
  key: 'coverage',
  async read(shown) {
    const { rest, deals, until } = await leftOf(shown);
    const { open, ratio, interval, signal } = openShare(deals, rest);
    return {
      ...plainTile,
      ...{ tile: 'coverage', unit: 'ratio', grain: 'month', from: shown.today, to: until },
      value: ratio,
      beside: { unit: 'money', value: open },
      interval: interval && { kind: 'expected', ...interval },
      signal,
    };
  },
  async explain(shown) {
    const { year, rest, deals } = await leftOf(shown);
    if (rest === null || rest <= 0) return null;
    const { target, actual } = await yearWhy(shown.db, shown.actor, year);
    return derive('quotient', { rule: 'overview.coverage', unit: 'ratio' }, [
      derive(
        'sum',
        { rule: 'overview.open-deals', unit: 'money' },
        deals.map(({ id, name, amount }) => record('opportunity', id, amount, 'money', name)),
      ),
      derive('difference', { rule: 'pacing.gap', unit: 'money' }, [target, actual]),
    ]);
  },
};
