import { toDay } from '@milepost/core/calendar/civil-day';
import { derive, type Heading, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { repurchaseRate as rateOfWindows, repurchaseWindows, type Window } from '@milepost/core/measures/repurchase';
import type { Curve } from '@milepost/core/survival/kaplan-meier';
import { whyRate } from '../counted.ts';
import { type Item, itemMeasure, leafOf } from '../item-measure.ts';
import { creditItems, histories } from '../purchases-store.ts';

type Opened = Item & { window: Window };
const boughtAgain = ({ window }: Opened): boolean => window.repurchasedOn !== null;

/** 1 less what is left of all, step by step: at each day on which somebody bought again, the share of those still watched who did. */
function whyCurve(curve: Curve, items: readonly Opened[], heading: Heading): Why {
  const whole = stored('measures', 'whole', 1, 'ratio');
  const watched = (count: number) => stored('measures', 'still-watched', count, 'count');
  const share = (time: number | null, atRisk: number) =>
    derive('quotient', { rule: 'figures.repurchased-share', unit: 'ratio' }, [
      derive(
        'sum',
        { rule: 'figures.repurchased', unit: 'count' },
        items.filter((item) => boughtAgain(item) && item.window.watchedDays === time).map(leafOf),
      ),
      watched(atRisk),
    ]);
  if (curve.length === 0) return { ...share(null, items.length), ...heading };
  const left = curve.map(({ time, atRisk }) =>
    derive('difference', { rule: 'figures.left-share', unit: 'ratio' }, [whole, share(time, atRisk)]),
  );
  return derive('difference', heading, [whole, derive('product', { rule: 'figures.left', unit: 'ratio' }, left)]);
}

/**
 * Customers who bought again within the window that an order of theirs opened, by the credit of that order. A rate: of several parts it is
 * counted anew, never summed.
 */
export const repurchaseRate = itemMeasure<Opened>({
  key: 'repurchaseRate',
  unit: 'ratio',
  isAdditive: false,
  dateField: 'credit.day',
  personField: 'credit.person_id',
  dimensions: ['rep', 'manager', 'team', 'region', 'product', 'line', 'segment', 'account'],
  async items({ db, actor, query: { from, to }, today }, { repurchase }) {
    const history = await histories(db, actor, { from, to, until: today });
    const orders = history.filter(({ revenue }) => revenue > 0);
    const windows = repurchaseWindows(orders, { first: toDay(from), last: toDay(to) }, repurchase, toDay(today));
    if (windows.length === 0) return [];
    const days = windows.map(({ customerId, opensOn }) => ({ customerId, day: opensOn }));
    const items = await creditItems(db, actor, days);
    return windows.flatMap((window) => {
      const item = items.get(`${window.customerId} ${window.opensOn}`);
      return item ? [{ ...item, window }] : [];
    });
  },
  value(items, { repurchase }) {
    const rate = rateOfWindows(
      items.map(({ window }) => window),
      repurchase,
    );
    if (rate.status !== 'ok') return { value: null, counts: { num: 0, den: 0 }, interval: { low: 0, high: 1 } };
    const { successes, trials } = rate.counted;
    return { value: rate.ratio, counts: { num: successes, den: trials }, interval: rate.interval };
  },
  why(items, heading, { repurchase }) {
    const rate = rateOfWindows(
      items.map(({ window }) => window),
      repurchase,
    );
    if (rate.status !== 'ok') return null;
    if (rate.curve) return whyCurve(rate.curve, items, heading);
    const all = items.filter(({ window }) => window.isMature);
    return whyRate({ successes: all.filter(boughtAgain), all }, heading, {
      successes: 'figures.repurchased',
      all: 'figures.repurchase-windows',
    });
  },
  leftOut(items, { repurchase }) {
    const count = items.filter(({ window }) => !window.isMature).length;
    return repurchase.immature === 'excluded' && count > 0 ? [{ reason: 'immature-window', count }] : [];
  },
});
