import { choose, evenOut, type Laid, type Load, put } from './even-out.ts';
import { type Pattern, patternsOf } from './visit-patterns.ts';

/**
 * Visits promised to an account within a horizon of weeks. `first` and `last` are the weeks in which they may be made, all of
 * them when left out; `taken` are weeks in which it is visited anyway: done or fixed, not part of `visits`.
 */
export type VisitPromise = {
  readonly id: string;
  readonly visits: number;
  readonly hours: number;
  readonly first?: number;
  readonly last?: number;
  readonly taken?: readonly number[];
};

/** Hours of one week: those that can be sold in, and those that are taken by what was fixed before. */
export type WeekHours = { readonly capacity: number; readonly taken?: number };

export type VisitPlan = {
  /** The weeks of each promise, in order; a week stands there twice when it holds two visits. */
  readonly weeks: ReadonlyMap<string, readonly number[]>;
  /** Hours of each week, what was taken before included. */
  readonly load: readonly number[];
  /** Visits for which no week is left, as all of their weeks are without hours. */
  readonly away: ReadonlyMap<string, number>;
};

/**
 * Spreads visits over weeks evenly (rule 3): visit k of an account with n visits in W weeks falls in week
 * `⌊(k·W + o) ÷ n⌋ mod W`, so that its gaps are ⌊W ÷ n⌋ or ⌈W ÷ n⌉ weeks; the phase o is chosen greedily, the longest first,
 * to make `Σ load² ÷ capacity` least, and then improved by moving one account at a time, and two against each other. A week
 * without capacity is avoided: a visit that would fall there goes to the nearest week of its window that has hours.
 * A promise keeps its id's visits whatever else is planned; whether they fit is for `allocateVisits` to say beforehand.
 *
 * Throws RangeError on a horizon without weeks, negative hours, visits that are not whole, a window outside the horizon, and
 * an id that stands there twice.
 */
export function planVisits(promises: readonly VisitPromise[], horizon: readonly WeekHours[]): VisitPlan {
  demand(promises, horizon);
  const weights = Float64Array.from(horizon, ({ capacity }) => (capacity > 0 ? 1 / capacity : 0));
  const taken = Float64Array.from(horizon, (week) => week.taken ?? 0);
  const load: Load = {
    hours: taken.slice(),
    pull: taken.map((hours, week) => hours * (weights[week] as number)),
    weights,
  };
  const away = new Map<string, number>();
  const items = itemsOf(promises, weights);
  const order: Item[] = [];
  for (const item of items)
    if (item.choices.length > 0) order.push(item);
    else if (item.visits > 0) away.set(item.id, item.visits);
  order.sort((a, b) => b.size - a.size || b.visits - a.visits || (a.id < b.id ? -1 : 1));
  for (const item of order) {
    choose(item, load);
    put(item, load, 1);
  }
  evenOut(order, load);
  const weeks = new Map<string, readonly number[]>();
  // Summed anew, so that nothing is left of what was tried.
  const hours = [...taken];
  for (const { id, choices, at, hours: each } of items) {
    const own = choices[at]?.weeks ?? [];
    weeks.set(id, own);
    for (const week of own) hours[week] = (hours[week] as number) + each;
  }
  return { weeks, load: hours, away };
}

type Item = Laid & { readonly id: string; readonly visits: number; readonly size: number };

/** What is to be laid out. Promises of the same visits in the same window share their patterns. */
function itemsOf(promises: readonly VisitPromise[], weights: Float64Array): Item[] {
  const known = new Map<string | number, readonly Pattern[]>();
  const open = weights.length;
  return promises.map((promise) => {
    const { id, visits, hours, first = 0, last = open - 1, taken } = promise;
    if (visits === 0) return { id, visits, hours, choices: [], at: 0, size: 0 };
    const plain = (visits * open + first) * open + last;
    const key = taken === undefined || taken.length === 0 ? plain : `${plain} ${taken.join()}`;
    let choices = known.get(key);
    if (choices === undefined) {
      choices = patternsOf(promise, weights);
      known.set(key, choices);
    }
    return { id, visits, hours, choices, at: 0, size: visits * hours };
  });
}

function demand(promises: readonly VisitPromise[], horizon: readonly WeekHours[]): void {
  if (horizon.length === 0) throw new RangeError('Visits are planned over one week or more.');
  for (const { capacity, taken = 0 } of horizon)
    if (!(capacity >= 0 && taken >= 0)) throw new RangeError('A week has hours, or none.');
  const ids = new Set<string>();
  for (const { id, visits, hours, first = 0, last = horizon.length - 1 } of promises) {
    const isWithin = first >= 0 && first <= last && last < horizon.length;
    if (!(Number.isInteger(visits) && visits >= 0) || !(hours > 0) || !isWithin || ids.has(id))
      throw new RangeError(`The promise ${id} of ${visits} visits in weeks ${first} to ${last} cannot be planned.`);
    ids.add(id);
  }
}
