import { derive, record } from '@milepost/core/explain/derive';
import { openShare } from '@milepost/core/overview/open-share';
import { yearWhy } from '../../pacing/year-store.ts';
import { openByChance, openOpportunities } from '../open-opportunities-store.ts';
import { plainTile, type Shown, type TileSpec } from '../tile.ts';

/** The year, and what is left of its target to win. */
async function leftOf(shown: Shown) {
  const year = await shown.year();
  const { facts, pace } = year;
  const until = facts.months.at(-1)?.to ?? shown.today;
  return { year, rest: facts.target ? pace.target - pace.actual : null, until };
}

/** The pipeline coverage ratio: open deals that may close in the fiscal year ÷ what is left of its target to win. */
export const pipelineCoverage: TileSpec = {
  key: 'coverage',
  async read(shown) {
    const { rest, until } = await leftOf(shown);
    const deals = await openByChance(shown.db, shown.actor, { from: shown.today, to: until });
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
    const { year, rest, until } = await leftOf(shown);
    if (rest === null || rest <= 0) return null;
    const deals = await openOpportunities(shown.db, shown.actor, { from: shown.today, to: until });
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
