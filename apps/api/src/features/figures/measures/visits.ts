import { countOf, whySum } from '../counted.ts';
import { itemMeasure } from '../item-measure.ts';
import { visitRows } from '../visits-store.ts';

/** Visits that were made: activities of the kinds that the definition calls visits, done, by the day on which they were. */
export const visits = itemMeasure({
  key: 'visits',
  unit: 'count',
  isAdditive: true,
  dateField: 'activity.on_day',
  personField: 'activity.person_id',
  dimensions: ['rep', 'manager', 'team', 'region', 'segment', 'account'],
  items: ({ db, actor, query: { from, to } }, { coverage }) =>
    visitRows.inSight(db, actor, { kinds: coverage.visitKinds, from, to }),
  value: countOf,
  why: whySum,
});
