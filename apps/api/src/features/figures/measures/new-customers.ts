import { toDay } from '@milepost/core/calendar/civil-day';
import { newCustomers as validNewCustomers } from '@milepost/core/measures/new-customers';
import { countOf, whySum } from '../counted.ts';
import { itemMeasure } from '../item-measure.ts';
import { creditItems, histories } from '../purchases-store.ts';

/**
 * Valid new customers by the credit with which they became one, so that they count for whom it was credited. Whether somebody is new is
 * judged by everything they ever bought, also from colleagues.
 */
export const newCustomers = itemMeasure({
  key: 'newCustomers',
  unit: 'count',
  isAdditive: true,
  dateField: 'credit.day',
  personField: 'credit.person_id',
  dimensions: ['rep', 'manager', 'team', 'region', 'product', 'line', 'segment', 'account'],
  async items({ db, actor, query: { from, to } }, { newCustomer }) {
    // A minimum is of the organisation's currency; without one it only matters that something was bought.
    const currency = newCustomer.minRevenueMinor > 0 ? actor.organisation.currency : undefined;
    const history = await histories(db, actor, { from, to, until: to, currency });
    const [first, last] = [toDay(from), toDay(to)];
    const found = validNewCustomers(history, newCustomer).filter(({ day }) => day >= first && day <= last);
    if (found.length === 0) return [];
    const items = await creditItems(db, actor, found);
    return found.flatMap(({ customerId, day }) => items.get(`${customerId} ${day}`) ?? []);
  },
  value: countOf,
  why: whySum,
});
