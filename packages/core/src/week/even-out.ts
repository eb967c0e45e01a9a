import type { Pattern } from './visit-patterns.ts';

/** What is laid out: its hours a visit, the ways in which it can be laid, and the one that is chosen. */
export type Laid = { readonly hours: number; readonly choices: readonly Pattern[]; at: number };

/** Hours of each week; their share of its capacity, which is what the cost rises by; and `1 ÷ capacity`, 0 without hours. */
export type Load = { readonly hours: Float64Array; readonly pull: Float64Array; readonly weights: Float64Array };

/** Puts something on its weeks, or takes it off them. */
export function put({ choices, at, hours }: Laid, load: Load, sign: 1 | -1): void {
  const weeks = choices[at]?.weeks ?? [];
  for (let k = 0; k < weeks.length; k += 1) {
    const week = weeks[k] as number;
    load.hours[week] = (load.hours[week] as number) + sign * hours;
    load.pull[week] = (load.hours[week] as number) * (load.weights[week] as number);
  }
}

/**
 * What a pattern adds to `Σ load² ÷ capacity`, for each hour of a visit: `Σ ((l + n·h)² − l²) ÷ c = h · (2 Σ n·l ÷ c + h Σ n² ÷ c)`.
 * Nothing but its own weeks is looked at.
 */
function addedBy({ weeks, square }: Pattern, hours: number, pull: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < weeks.length; k += 1) sum += pull[weeks[k] as number] as number;
  return 2 * sum + hours * square;
}

/** Chooses the pattern that adds least; of equal ones the first. Answers what it adds for each hour. */
export function choose(item: Laid, load: Load): number {
  const { choices, hours } = item;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < choices.length; at += 1) {
    const cost = addedBy(choices[at] as Pattern, hours, load.pull);
    if (cost < least - 1e-12) {
      least = cost;
      item.at = at;
    }
  }
  return least;
}

const mostRounds = 20;
const pairsUpTo = 80;

/** Moves one at a time while that helps; then two at once, which frees what single moves cannot. */
export function evenOut(items: readonly Laid[], load: Load): void {
  const movable = items.filter(({ choices }) => choices.length > 1);
  const turns = mostRounds * movable.length;
  const mayPair = movable.length <= pairsUpTo;
  // Whoever was asked since the last move, and stayed, would stay again.
  let stayed = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    stayed = settle(movable[turn % movable.length] as Laid, load) ? 0 : stayed + 1;
    if (stayed < movable.length) continue;
    if (!(mayPair && isUneven(movable, load) && pairImproves(movable, load))) return;
    stayed = 0;
  }
}

function settle(item: Laid, load: Load): boolean {
  const before = item.at;
  put(item, load, -1);
  const cost = addedBy(item.choices[before] as Pattern, item.hours, load.pull);
  const isBetter = (cost - choose(item, load)) * item.hours > 1e-9;
  if (!isBetter) item.at = before;
  put(item, load, 1);
  return isBetter;
}

/** Pairs are only tried where weeks differ by more than the smallest visit explains. */
function isUneven(items: readonly Laid[], { hours, pull, weights }: Load): boolean {
  const least = items.reduce((smaller, item) => Math.min(smaller, item.hours), Number.POSITIVE_INFINITY);
  const fullest = pull.reduce((most, share) => Math.max(most, share), 0);
  return hours.some((own, week) => {
    const weight = weights[week] as number;
    return weight > 0 && (own + least) * weight < fullest - 1e-9;
  });
}

/** Lays two anew that are both off their weeks: every way for one, the best for the other. Stops at the first pair that gains. */
function pairImproves(items: readonly Laid[], load: Load): boolean {
  for (let i = 0; i < items.length; i += 1)
    for (let j = i + 1; j < items.length; j += 1) if (pairGains(items[i] as Laid, items[j] as Laid, load)) return true;
  return false;
}

function pairGains(one: Laid, other: Laid, load: Load): boolean {
  const [a, b] = [one.at, other.at];
  const costOf = ({ choices, at, hours }: Laid): number => addedBy(choices[at] as Pattern, hours, load.pull) * hours;
  put(other, load, -1);
  const costOfOther = costOf(other);
  put(one, load, -1);
  const start = costOfOther + costOf(one);
  for (let at = 0; at < one.choices.length; at += 1) {
    one.at = at;
    const first = costOf(one);
    put(one, load, 1);
    if (first + choose(other, load) * other.hours < start - 1e-9) {
      put(other, load, 1);
      return true;
    }
    put(one, load, -1);
  }
  [one.at, other.at] = [a, b];
  put(one, load, 1);
  put(other, load, 1);
  return false;
}
