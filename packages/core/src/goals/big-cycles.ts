import { toDay } from '../calendar/civil-day.ts';
import { derive, record, stored } from '../explain/derive.ts';
import type { Why } from '../explain/why.ts';
import { cycleChange } from '../pipeline/cycle-change.ts';
import { kaplanMeier, type Watched } from '../survival/kaplan-meier.ts';
import type { Change } from './verdict.ts';

/** A deal as its cycle is measured: from the day it was opened to the day it was won. */
export type BigCycle = {
  readonly id: string;
  readonly name: string;
  readonly openedOn: string;
  /** Null while it is open. */
  readonly closedOn: string | null;
  readonly isWon: boolean;
};

/**
 * For how long a deal was watched, in days. Only a win ends a cycle; one that is open counts until today, and one that was lost until it
 * was lost, so that losing fast makes nobody faster.
 */
export function watchedOf({ openedOn, closedOn, isWon }: BigCycle, today: string): Watched {
  const end = closedOn !== null && closedOn < today ? closedOn : today;
  return { time: Math.max(0, toDay(end) - toDay(openedOn)), isEvent: isWon && closedOn !== null };
}

/**
 * The median cycle as the smallest time by which half of the deals were won (Kaplan–Meier): the least among those deals at whose time the
 * share that is not won has come down to a half. Null as long as less than half is won.
 */
export function whyMedianCycle(deals: readonly BigCycle[], today: string, label?: string): Why | null {
  const median = kaplanMeier(deals.map((deal) => watchedOf(deal, today))).find(
    ({ survival }) => survival <= 0.5 + 1e-12,
  )?.time;
  if (median === undefined) return null;
  const late = deals
    .map((deal) => ({ deal, ...watchedOf(deal, today) }))
    .filter(({ isEvent, time }) => isEvent && time >= median)
    .sort((a, b) => a.time - b.time);
  const heading = { rule: 'goals.median-cycle', unit: 'days', ...(label === undefined ? {} : { label }) } as const;
  return derive(
    'min',
    heading,
    late.map(({ deal, time }) => record('opportunity', deal.id, time, 'days', deal.name)),
  );
}

/** How the change of the median cycle comes about: after ÷ before − 1. Null as long as one of the medians is not known, or 0. */
export function whyCycleChange(before: readonly BigCycle[], after: readonly BigCycle[], today: string): Why | null {
  const [first, second] = [whyMedianCycle(before, today), whyMedianCycle(after, today)];
  if (!first || !second || first.value === 0) return null;
  return derive('difference', { rule: 'goals.cycle-change', unit: 'ratio' }, [
    derive('quotient', { rule: 'goals.cycle-ratio', unit: 'ratio' }, [second, first]),
    stored('goals', 'whole', 1, 'ratio'),
  ]);
}

/** By which share the median cycle changed, with its interval. Null where too few were won on either side. */
export function bigCycleChange(
  before: readonly BigCycle[],
  after: readonly BigCycle[],
  today: string,
  dice: () => number,
): (NonNullable<Change> & { readonly p: number | null }) | null {
  const found = cycleChange(
    before.map((deal) => watchedOf(deal, today)),
    after.map((deal) => watchedOf(deal, today)),
    dice,
  );
  if (found.status !== 'ok') return null;
  const { ratio, low, high, p } = found;
  return { change: ratio - 1, low: low - 1, high: high - 1, p };
}
