import { type Layout, movesMore, priceOf, unevenness } from './balance.ts';

/** One account goes over, or two change places. */
export type Step = {
  readonly goes: number;
  readonly to: number;
  /** The account that comes back for it; null for a move alone. */
  readonly comesBack: number | null;
  /** What the objective changes by. */
  readonly delta: number;
};

/** Up to so many accounts, and pairs of accounts and people, everything is tried; beyond it the most and least busy, and what fits. */
const fewAccounts = 500;
const fewPairs = 6000;
const widths = [6, 24];
const fits = 3;
/** A gain smaller than this is the rounding of a double, not a gain. */
const nothing = 1e-12;

/** The best step of all, and the best among the moves alone: null when the best step is a swap and no move helps. */
export type Steepest = { readonly step: Step; readonly move: Step | null };

/**
 * The steepest step: the single move or swap that makes the objective smallest. Where there are too many to try, between the people
 * furthest above and below their even share. Null when none makes it smaller.
 */
export function steepest(layout: Layout): Steepest | null {
  const { accounts, people } = layout;
  const isSmall = accounts.length <= fewAccounts && accounts.length * people.length <= fewPairs;
  for (const width of isSmall ? [people.length] : widths) {
    const found = among(layout, width, isSmall);
    if (found) return found;
  }
  return null;
}

function among(layout: Layout, width: number, isSmall: boolean): Steepest | null {
  const { people, loads, mean } = layout;
  const able = people.flatMap(({ capacity }, person) => (capacity > 0 ? [person] : []));
  const fullness = people.map(({ capacity }, person) => (loads[person] as number) / (capacity * mean || 1));
  const byFullness = able.sort((a, b) => (fullness[b] as number) - (fullness[a] as number) || a - b);
  const [full, free] = [byFullness.slice(0, width), byFullness.slice(-width)];
  let step: Step | null = null;
  let move: Step | null = null;
  const consider = (one: Step) => {
    if (one.delta >= -nothing) return;
    if (step === null || one.delta < step.delta) step = one;
    if (one.comesBack === null && (move === null || one.delta < move.delta)) move = one;
  };
  for (const from of full)
    for (const to of free) {
      if (from === to) continue;
      moves(layout, from, to, consider);
      swaps(layout, from, to, consider, isSmall);
    }
  return step === null ? null : { step, move };
}

type Consider = (step: Step) => void;

/** What sending so much work over changes in the balance of two people. */
function balanceDelta(layout: Layout, from: number, to: number, load: number): number {
  const { loads } = layout;
  const [a, b] = [loads[from] as number, loads[to] as number];
  return (
    unevenness(layout, from, a - load) +
    unevenness(layout, to, b + load) -
    unevenness(layout, from, a) -
    unevenness(layout, to, b)
  );
}

function moves(layout: Layout, from: number, to: number, consider: Consider): void {
  const { accounts, held } = layout;
  for (const goes of held[from] as number[]) {
    const account = accounts[goes];
    if (!account || account.isLocked) continue;
    const delta = balanceDelta(layout, from, to, account.load) + priceOf(layout, goes, to);
    consider({ goes, to, comesBack: null, delta });
  }
}

function swaps(layout: Layout, from: number, to: number, consider: Consider, isSmall: boolean): void {
  const { accounts, held } = layout;
  const wanted = ideal(layout, from, to);
  for (const goes of held[from] as number[]) {
    const account = accounts[goes];
    if (!account || account.isLocked) continue;
    const others = isSmall ? (held[to] as number[]) : near(layout, to, account.load - wanted, fits);
    for (const comesBack of others) {
      const other = accounts[comesBack];
      if (!other || other.isLocked) continue;
      const delta =
        balanceDelta(layout, from, to, account.load - other.load) +
        priceOf(layout, goes, to) +
        priceOf(layout, comesBack, from);
      consider({ goes, to, comesBack, delta });
    }
  }
}

/** The work that, going over, would leave the two as even as can be: where the slope of the two parabolas is zero. */
function ideal({ people, loads, mean }: Layout, from: number, to: number): number {
  const [a, b] = [people[from]?.capacity as number, people[to]?.capacity as number];
  const gap = (loads[from] as number) / a - mean;
  const room = (loads[to] as number) / b - mean;
  return (gap / a - room / b) / (1 / a ** 2 + 1 / b ** 2);
}

/** The few accounts of a person whose load is nearest to what is wanted, by bisection: they are held in order. */
function near({ accounts, held }: Layout, person: number, wanted: number, few: number): number[] {
  const places = held[person] as number[];
  if (places.length <= few) return places;
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((accounts[places[middle] as number]?.load as number) < wanted) low = middle + 1;
    else high = middle;
  }
  const first = Math.max(0, Math.min(low - Math.ceil(few / 2), places.length - few));
  return places.slice(first, first + few);
}

/** How many more accounts a step leaves away from home. */
export const stepMoves = (layout: Layout, { goes, to, comesBack }: Step): number =>
  movesMore(layout, goes, to) + (comesBack === null ? 0 : movesMore(layout, comesBack, layout.holder[goes] as number));
