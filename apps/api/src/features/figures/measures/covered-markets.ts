import { toDay } from '@milepost/core/calendar/civil-day';
import { firstVisits } from '@milepost/core/market-coverage/first-visits';
import { countOf, whySum } from '../counted.ts';
import { itemMeasure } from '../item-measure.ts';
import { visitRows } from '../visits-store.ts';

/** Market coverage: markets by the visit with which they were entered, whose day decides the ISO week. */
export const coveredMarkets = itemMeasure({
  key: 'coverage',
  unit: 'count',
  isAdditive: true,
  dateField: 'activity.on_day',
  personField: 'activity.person_id',
  dimensions: ['rep', 'manager', 'team', 'region', 'segment'],
  async items({ db, actor, query: { from, to } }, { coverage }) {
    const kinds = coverage.visitKinds;
    const made = await visitRows.all(db, actor, { kinds, to });
    const first = firstVisits(
      made.map((visit) => ({ ...visit, day: toDay(visit.day) })),
      coverage.marketBy,
    );
    return visitRows.inSight(db, actor, { kinds, from, to }, new Set(first.map(({ visitId }) => visitId)));
  },
  value: countOf,
  why: whySum,
});
