import type { Dimension } from '@milepost/contract/figures';
import { Failure } from '../../../http/failure.ts';
import { type CollectedPart, collectedOf } from '../../receivables/collected-store.ts';
import type { Asked, MeasureSpec } from '../measure.ts';

const axes: Partial<Record<Dimension, 'rep' | 'team' | 'account'>> = { rep: 'rep', team: 'team', account: 'account' };

const read = ({ db, actor, query: { from, to, by, currency }, today }: Asked) =>
  collectedOf(db, actor, today, { from, to, currency, by: (by && axes[by]) ?? 'total' });

const told = ({ collected }: CollectedPart) => ({
  value: collected?.share ?? null,
  counts: collected && { num: collected.collected, den: collected.owed },
  interval: collected && { low: collected.low, high: collected.high },
});

/** Names, and where two share one, each with its id. */
const keyOf = (parts: readonly CollectedPart[], { id, name }: CollectedPart): string =>
  parts.filter((other) => other.name === name).length > 1 ? `${name} (${id})` : name;

/**
 * The share of what was invoiced in a time that came in within the days of the definition, by amount, younger invoices censored. A rate:
 * of several parts it is counted anew, never summed. Its counts are minor units: what came in within the days, of what was owed.
 */
export const collectedWithin: MeasureSpec = {
  key: 'collectedWithin',
  unit: 'ratio',
  isAdditive: false,
  dateField: 'invoice.issued_on',
  personField: 'invoice.owner_id',
  dimensions: ['rep', 'team', 'account'],
  async read(asked) {
    const { from, to, by } = asked.query;
    const { total, parts, days, since } = await read(asked);
    const whole = told(total);
    return {
      measure: 'collectedWithin',
      from,
      to,
      by: by ?? null,
      unit: 'ratio',
      isAdditive: false,
      currency: null,
      total: whole.value,
      counts: whole.counts,
      interval: whole.interval,
      rows: by
        ? parts.map((part) => {
            const { value, counts, interval } = told(part);
            const rate = { ...(counts ? { counts } : {}), ...(interval ? { interval } : {}) };
            return { key: keyOf(parts, part), id: part.id || null, value, ...rate };
          })
        : [],
      unknown: null,
      stated: [{ key: `collected-within-${since}`, value: days, unit: 'days' }],
    };
  },
  async explain(asked, key) {
    const { total, parts, days, since } = await read(asked);
    const part = key === undefined ? total : parts.find((one) => keyOf(parts, one) === key);
    if (!part?.collected) throw new Failure('not-found');
    return {
      why: part.why(),
      asOf: asked.asOf,
      stated: [{ key: `collected-within-${since}`, value: days, unit: 'days' }],
      leftOut: [],
    };
  },
};
