import { toDay } from '@milepost/core/calendar/civil-day';
import { isWithinWindow } from '@milepost/core/events/conversion';
import type { EventTable } from '../../../db/tables/measures.ts';
import { eventContacts, events, termsOfRow } from '../../events/store.ts';
import { rateOf, whyRate } from '../counted.ts';
import { type Item, itemMeasure } from '../item-measure.ts';
import { placesOf } from '../places-store.ts';

type Qualified = Item & { isSuccess: boolean };

/** Deals within the window of their event ÷ its qualified leads, by the last day of the event. A rate: counted anew, never summed. */
export const eventConversion = itemMeasure<Qualified>({
  key: 'eventConversion',
  unit: 'ratio',
  isAdditive: false,
  dateField: 'event.ends_on',
  personField: 'lead.owner_id',
  dimensions: ['rep', 'manager', 'team', 'event'],
  async items({ db, actor, query: { from, to } }, definition) {
    const filter = [
      { field: 'endsOn', op: 'gte' as const, value: from },
      { field: 'endsOn', op: 'lte' as const, value: to },
    ];
    const held = new Map<string, EventTable>();
    for await (const row of events.each(db, actor, { filter })) held.set(row.id, row);
    const places = await placesOf(db, actor);
    const contacts = await eventContacts(db, actor, [...held.keys()]);
    return contacts
      .filter(({ isQualified }) => isQualified)
      .flatMap(({ kind, id, eventId, name, ownerId, dealOn }) => {
        const event = held.get(eventId);
        if (!event) return [];
        const isSuccess = isWithinWindow(dealOn === null ? null : toDay(dealOn), termsOfRow(event, definition));
        return [{ kind, id, day: event.ends_on, label: name, isSuccess, at: { ...places(ownerId), event: eventId } }];
      });
  },
  value: (items) => rateOf(items.filter(({ isSuccess }) => isSuccess).length, items.length),
  why: (items, heading) =>
    whyRate({ successes: items.filter(({ isSuccess }) => isSuccess), all: items }, heading, {
      successes: 'figures.event-deals',
      all: 'figures.event-qualified',
    }),
});
