import type { Dimension } from '@milepost/contract/figures';
import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { Failure } from '../../../http/failure.ts';
import { type OutstandingPart, outstandingOf } from '../../receivables/outstanding-store.ts';
import type { Asked, MeasureSpec } from '../measure.ts';

const axes: Partial<Record<Dimension, 'rep' | 'team' | 'account'>> = { rep: 'rep', team: 'team', account: 'account' };

/** The ends of the months between two days, and of the last one the day itself. */
function monthEnds({ from, to }: { from: string; to: string }): string[] {
  const ends: string[] = [];
  for (let first = toDay(`${from.slice(0, 7)}-01`); first <= toDay(to); first = addMonths(first, 1))
    ends.push(toIso(Math.min(addMonths(first, 1) - 1, toDay(to))));
  return ends;
}

/** As of the last day that is asked for; by month as of the end of each. */
async function read({ db, actor, query, today }: Asked) {
  const { to, by, currency } = query;
  const axis = (by && axes[by]) ?? 'total';
  const found = await outstandingOf(db, actor, today, { on: to, by: axis, currency });
  if (by !== 'month') return found;
  const begun = monthEnds(query).filter((end) => `${end.slice(0, 7)}-01` <= today);
  const parts = await Promise.all(
    begun.map(async (on): Promise<OutstandingPart> => {
      const { total } = await outstandingOf(db, actor, today, { on, by: 'total', currency });
      return { ...total, id: '', name: on.slice(0, 7) };
    }),
  );
  return { ...found, parts };
}

/** Names, and where two share one, each with its id. */
const keyOf = (parts: readonly OutstandingPart[], { id, name }: OutstandingPart): string =>
  parts.filter((other) => other.name === name).length > 1 ? `${name} (${id})` : name;

const stated = (window: number) => [{ key: 'days-outstanding-window', value: window, unit: 'days' as const }];

/**
 * Days sales outstanding (DSO): receivables at the end of the time that is asked for ÷ credit sales of the window × its days. Never summed;
 * less is better. Unknown where the books begin within the window, or nothing was sold in it.
 */
export const daysOutstanding: MeasureSpec = {
  key: 'daysOutstanding',
  unit: 'days',
  isAdditive: false,
  dateField: 'invoice.issued_on',
  personField: 'invoice.owner_id',
  dimensions: ['rep', 'team', 'account', 'month'],
  async read(asked) {
    const { from, to, by } = asked.query;
    const { total, parts, window } = await read(asked);
    return {
      ...{ measure: 'daysOutstanding', from, to, by: by ?? null, unit: 'days', isAdditive: false, currency: null },
      ...{ total: total.days, counts: null, interval: null, unknown: null, stated: stated(window) },
      rows: by ? parts.map((part) => ({ key: keyOf(parts, part), id: part.id || null, value: part.days })) : [],
    };
  },
  async explain(asked, key) {
    const { total, parts, window } = await read(asked);
    const part = key === undefined ? total : parts.find((one) => keyOf(parts, one) === key);
    if (!part || part.days === null) throw new Failure('not-found');
    return { why: part.why(), asOf: asked.asOf, stated: stated(window), leftOut: [] };
  },
};
