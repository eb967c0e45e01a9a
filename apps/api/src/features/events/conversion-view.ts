import type { EventConversionView } from '@milepost/contract/events';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { type EventTerms, eventConversion } from '@milepost/core/events/conversion';
import type { EventContact } from './store.ts';

/** How an event converts. */
export function conversionView(
  contacts: readonly EventContact[],
  terms: EventTerms,
  today: string,
): EventConversionView {
  const qualified = contacts
    .filter(({ isQualified }) => isQualified)
    .map(({ id, dealOn }) => ({ id, dealOn: dealOn === null ? null : toDay(dealOn) }));
  const found = eventConversion(qualified, terms, toDay(today));
  return {
    leads: contacts.length,
    qualified: found.counted.trials,
    converted: found.counted.successes,
    ratio: found.ratio,
    low: found.interval.low,
    high: found.interval.high,
    target: terms.target,
    status: found.status,
    successesNeeded: found.successesNeeded,
    windowDays: terms.windowDays,
    windowEndsOn: toIso(found.windowEndsOn),
    isWindowOver: found.isWindowOver,
  };
}
