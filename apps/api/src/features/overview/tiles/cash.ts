import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { openReceivables } from '../../receivables/open-store.ts';
import { plainTile, type TileSpec } from '../tile.ts';

const daysAhead = 60;

/** Cash that is expected in the next 60 days of what is open, by how long invoices took in the past. */
export const cash: TileSpec = {
  key: 'cash',
  async read({ db, actor, today }) {
    const { open, ...found } = await openReceivables.within(db, actor, today, daysAhead);
    const isJudged = open > found.unknown;
    return {
      ...plainTile,
      ...{ tile: 'cash', unit: 'money', grain: 'day', from: toIso(toDay(today) + 1) },
      to: toIso(toDay(today) + daysAhead),
      // Nothing is open: nothing comes in. Nothing is known of how long it takes: nobody can say.
      value: open === 0 || isJudged ? found.expected : null,
      beside: { unit: 'money', value: open },
      interval: isJudged ? { kind: 'likely', low: found.low, high: found.high, conf: found.conf } : null,
    };
  },
  explain: ({ db, actor, today }) => openReceivables.whyWithin(db, actor, today, daysAhead),
};
