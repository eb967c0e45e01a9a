import type { Day } from '../calendar/civil-day.ts';
import type { MeasureDefinition } from '../measures/definition.ts';
import { rateStatus, successesNeeded } from '../rate/rate-status.ts';
import { type Counted, type Interval, wilson } from '../rate/wilson.ts';

/** Somebody from an event whose interest is confirmed, and the day on which a deal came of it; null while none has. */
export type Qualified = { readonly id: string; readonly dealOn: Day | null };

/** The event's own terms: its first and last day, and how many days after the last one a deal still counts. */
export type EventTerms = {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly windowDays: number;
  /** The conversion that is wanted, 0–1; null when nobody has said. */
  readonly target: number | null;
};

/** The terms in force of an event: its own window and target, or the organisation's where it says nothing. */
export const termsOfEvent = (
  own: Pick<EventTerms, 'startsOn' | 'endsOn'> & { readonly windowDays: number | null; readonly target: number | null },
  { event }: Pick<MeasureDefinition, 'event'>,
): EventTerms => ({
  startsOn: own.startsOn,
  endsOn: own.endsOn,
  windowDays: own.windowDays ?? event.windowDays,
  target: own.target ?? event.targetRatio,
});

export type EventConversion = {
  readonly counted: Counted;
  /** Null while nobody is qualified: unknown is not zero. */
  readonly ratio: number | null;
  readonly interval: Interval;
  /** The last day on which a deal counts. */
  readonly windowEndsOn: Day;
  readonly isWindowOver: boolean;
  /** Null without a target. */
  readonly status: 'met' | 'missed' | 'open' | null;
  /** So many further qualified leads in a row that become deals lift the rate to its target; null where no number would, or without one. */
  readonly successesNeeded: number | null;
};

/** Does a deal of this day count for the event? From its first day to the end of its window. */
export const isWithinWindow = (
  dealOn: Day | null,
  { startsOn, endsOn, windowDays }: Pick<EventTerms, 'startsOn' | 'endsOn' | 'windowDays'>,
): boolean => dealOn !== null && dealOn >= startsOn && dealOn <= endsOn + windowDays;

/**
 * The conversion of an event: deals within its window ÷ qualified leads, with its Wilson interval. Against the target it is `met` when
 * even the lower end reaches it, `missed` when even the upper end stays below and the window is over: as long as it runs a lead may still
 * become a deal, and nothing is missed (rule 1, KPIs; rule "rate").
 *
 * Throws RangeError on a window that is negative or not whole, an event that ends before it starts, and a target outside 0–1.
 */
export function eventConversion(qualified: readonly Qualified[], terms: EventTerms, today: Day): EventConversion {
  const { startsOn, endsOn, windowDays, target } = terms;
  if (!Number.isInteger(windowDays) || windowDays < 0)
    throw new RangeError(`The window of an event has whole days, none or more; got ${windowDays}.`);
  if (endsOn < startsOn) throw new RangeError('An event does not end before it starts.');
  const counted = {
    successes: qualified.filter(({ dealOn }) => isWithinWindow(dealOn, terms)).length,
    trials: qualified.length,
  };
  const windowEndsOn = endsOn + windowDays;
  const isWindowOver = today > windowEndsOn;
  const status = target === null ? null : rateStatus(counted, target);
  return {
    counted,
    ratio: counted.trials === 0 ? null : counted.successes / counted.trials,
    interval: wilson(counted),
    windowEndsOn,
    isWindowOver,
    status: status === 'missed' && !isWindowOver ? 'open' : status,
    successesNeeded: target === null ? null : successesNeeded(counted, target),
  };
}
