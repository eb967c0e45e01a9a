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
  const weights = horizon.map(({ capacity }) => (capacity > 0 ? 1 / capacity : 0));
  const load = horizon.map(({ taken = 0 }) => taken);
  const away = new Map<string, number>();
  const items: Item[] = [];
  const known = new Map<string, Pattern[]>();
  const patternsFor = (promise: VisitPromise): Pattern[] => {
    const { visits, first, last, taken = [] } = promise;
    const key = `${visits} ${first} ${last} ${taken.join()}`;
    const patterns = known.get(key) ?? patternsOf(promise, weights);
    known.set(key, patterns);
    return patterns;
  };
  for (const promise of promises) {
    const { id, visits, hours } = promise;
    const choices = visits === 0 ? [] : patternsFor(promise);
    if (visits > 0 && choices.length === 0) away.set(id, visits);
    items.push({ id, hours, visits, choices, at: 0 });
  }
  const order = items
    .filter(({ choices }) => choices.length > 0)
    .sort((a, b) => b.visits * b.hours - a.visits * a.hours || b.visits - a.visits || (a.id < b.id ? -1 : 1));
  for (const item of order) {
    item.at = bestOf(item, load, weights);
    add(item, load, 1);
  }
  improve(order, load, weights);
  const weeks = new Map(items.map(({ id, choices, at }) => [id, choices[at]?.weeks ?? []]));
  return { weeks, load, away };
}

type Pattern = { readonly weeks: readonly number[]; readonly penalty: number };
type Item = {
  readonly id: string;
  readonly hours: number;
  readonly visits: number;
  readonly choices: readonly Pattern[];
  at: number;
};

/** Every way to lay the visits into the window, one for each phase; none when the window has no hours at all. */
function patternsOf({ visits, first, last, taken = [] }: VisitPromise, weights: readonly number[]): Pattern[] {
  const [from, to] = [first ?? 0, last ?? weights.length - 1];
  const length = to - from + 1;
  const open = Array.from({ length }, (_, at) => from + at).filter((week) => (weights[week] as number) > 0);
  if (open.length === 0) return [];
  const seen = new Set<string>();
  const patterns: Pattern[] = [];
  for (let phase = 0; phase < length; phase += 1) {
    const laid: number[] = [];
    let moved = 0;
    for (let k = 0; k < visits; k += 1) {
      const week = from + (Math.floor((k * length + phase) / visits) % length);
      const nearest = nearestOf(week, open, laid);
      if (nearest !== week) moved += 1;
      laid.push(nearest);
    }
    laid.sort((a, b) => a - b);
    const key = laid.join();
    if (seen.has(key)) continue;
    seen.add(key);
    const again = laid.filter((week) => taken.includes(week) || taken.includes(week - 1) || taken.includes(week + 1));
    const same = laid.filter((week) => taken.includes(week));
    patterns.push({ weeks: laid, penalty: moved + same.length * 4 + again.length });
  }
  // Being moved, or coming again in a week that has a visit, is worse than any imbalance.
  const least = patterns.reduce((smaller, { penalty }) => Math.min(smaller, penalty), Number.POSITIVE_INFINITY);
  return patterns.filter(({ penalty }) => penalty === least);
}

/** The week itself, else the open week next to it with the fewest of the visits laid already. */
function nearestOf(week: number, open: readonly number[], laid: readonly number[]): number {
  if (open.includes(week)) return week;
  const cost = (one: number): number => Math.abs(one - week) + laid.filter((other) => other === one).length * 100;
  return open.reduce((best, one) => (cost(one) < cost(best) ? one : best), open[0] as number);
}

const costOf = (load: readonly number[], weights: readonly number[]): number =>
  load.reduce((sum, hours, week) => sum + hours * hours * (weights[week] as number), 0);

function add({ choices, at, hours }: Item, load: number[], sign: 1 | -1): void {
  for (const week of choices[at]?.weeks ?? []) load[week] = (load[week] as number) + sign * hours;
}

/** What a pattern adds to the cost: `Σ ((l + h)² − l²) ÷ capacity`, visits of one week after another. */
function addedBy({ weeks }: Pattern, hours: number, load: readonly number[], weights: readonly number[]): number {
  let cost = 0;
  let same = 0;
  for (const [k, week] of weeks.entries()) {
    same = k > 0 && weeks[k - 1] === week ? same + 1 : 0;
    cost += hours * (2 * ((load[week] as number) + same * hours) + hours) * (weights[week] as number);
  }
  return cost;
}

function bestOf({ choices, hours }: Item, load: readonly number[], weights: readonly number[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, pattern] of choices.entries()) {
    const cost = addedBy(pattern, hours, load, weights);
    if (cost < least - 1e-12) [best, least] = [at, cost];
  }
  return best;
}

const mostRounds = 20;
const pairsUpTo = 80;

/** Moves one at a time while that helps; then two at once, which frees what single moves cannot. */
function improve(items: readonly Item[], load: number[], weights: readonly number[]): void {
  const settle = (item: Item): boolean => {
    const before = item.at;
    add(item, load, -1);
    item.at = bestOf(item, load, weights);
    const gained =
      addedBy(item.choices[before] as Pattern, item.hours, load, weights) -
      addedBy(item.choices[item.at] as Pattern, item.hours, load, weights);
    if (gained <= 1e-9) item.at = before;
    add(item, load, 1);
    return gained > 1e-9;
  };
  const movable = items.filter(({ choices }) => choices.length > 1);
  for (let round = 0; round < mostRounds; round += 1) {
    let isBetter = false;
    for (const item of movable) if (settle(item)) isBetter = true;
    if (
      !isBetter &&
      !(movable.length <= pairsUpTo && isUneven(movable, load, weights) && pairImproves(movable, load, weights))
    )
      return;
  }
}

/** Pairs are only tried where weeks differ by more than the smallest visit explains. */
function isUneven(items: readonly Item[], load: readonly number[], weights: readonly number[]): boolean {
  const least = items.reduce((smaller, { hours }) => Math.min(smaller, hours), Number.POSITIVE_INFINITY);
  const open = load
    .map((hours, week) => ({ hours, weight: weights[week] as number }))
    .filter(({ weight }) => weight > 0);
  const fullest = open.reduce((most, { hours, weight }) => Math.max(most, hours * weight), 0);
  return open.some(({ hours, weight }) => (hours + least) * weight < fullest - 1e-9);
}

function pairImproves(items: readonly Item[], load: number[], weights: readonly number[]): boolean {
  for (const [index, one] of items.entries()) {
    for (const other of items.slice(index + 1)) {
      const start = costOf(load, weights);
      const [a, b] = [one.at, other.at];
      add(one, load, -1);
      add(other, load, -1);
      for (let at = 0; at < one.choices.length; at += 1) {
        one.at = at;
        add(one, load, 1);
        other.at = bestOf(other, load, weights);
        add(other, load, 1);
        if (costOf(load, weights) < start - 1e-9) return true;
        add(other, load, -1);
        add(one, load, -1);
      }
      [one.at, other.at] = [a, b];
      add(one, load, 1);
      add(other, load, 1);
    }
  }
  return false;
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
