import { type Layout, movesMore, priceOf } from './balance.ts';
import type { TerritoryAccount } from './territory.ts';

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
const widths = [3, 12];
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
  const [full, free] = [layout.order.slice(0, width), layout.order.slice(-width)];
  let step: Step | null = null;
  let move: Step | null = null;
  const consider: Consider = (goes, to, comesBack, delta) => {
    if (delta >= -nothing) return;
    if (step === null || delta < step.delta) step = { goes, to, comesBack, delta };
    if (comesBack === null && (move === null || delta < move.delta)) move = { goes, to, comesBack, delta };
  };
  for (const from of full)
    for (const to of free) {
      if (from === to) continue;
      moves(layout, from, to, consider);
      swaps(layout, from, to, consider, isSmall);
    }
  return step === null ? null : { step, move };
}

type Consider = (goes: number, to: number, comesBack: number | null, delta: number) => void;

/** What sending work over changes in the balance of two people: a parabola, `square·load² − slope·load`. */
type Parabola = { readonly square: number; readonly slope: number };

function parabolaOf({ people, loads, mean }: Layout, from: number, to: number): Parabola {
  const [a, b] = [(people[from]?.capacity as number) * mean, (people[to]?.capacity as number) * mean];
  // Where there is no work, nothing changes by sending none of it.
  if (mean === 0) return { square: 0, slope: 0 };
  const gap = (loads[from] as number) / a - 1;
  const room = (loads[to] as number) / b - 1;
  return { square: 1 / a ** 2 + 1 / b ** 2, slope: (2 * gap) / a - (2 * room) / b };
}

const changeOf = ({ square, slope }: Parabola, load: number): number => (square * load - slope) * load;

/** The work that, going over, leaves the two as even as can be. */
const ideal = ({ square, slope }: Parabola): number => (square === 0 ? 0 : slope / (2 * square));

function moves(layout: Layout, from: number, to: number, consider: Consider): void {
  const { accounts, held } = layout;
  const parabola = parabolaOf(layout, from, to);
  for (const goes of held[from] as number[]) {
    const account = accounts[goes] as TerritoryAccount;
    if (!account.isLocked) consider(goes, to, null, changeOf(parabola, account.load) + priceOf(layout, goes, to));
  }
}

function swaps(layout: Layout, from: number, to: number, consider: Consider, isSmall: boolean): void {
  const { accounts, held } = layout;
  const parabola = parabolaOf(layout, from, to);
  const wanted = ideal(parabola);
  for (const goes of held[from] as number[]) {
    const account = accounts[goes] as TerritoryAccount;
    if (account.isLocked) continue;
    const price = priceOf(layout, goes, to);
    const theirs = held[to] as number[];
    const [first, end] = isSmall ? [0, theirs.length] : near(layout, to, account.load - wanted);
    for (let at = first; at < end; at += 1) {
      const comesBack = theirs[at] as number;
      const other = accounts[comesBack] as TerritoryAccount;
      if (other.isLocked) continue;
      const change = changeOf(parabola, account.load - other.load);
      consider(goes, to, comesBack, change + price + priceOf(layout, comesBack, from));
    }
  }
}

/** Where the few accounts of a person begin and end whose load is nearest to what is wanted: they are held in order. */
function near({ accounts, held }: Layout, person: number, wanted: number): [first: number, end: number] {
  const places = held[person] as number[];
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((accounts[places[middle] as number]?.load as number) < wanted) low = middle + 1;
    else high = middle;
  }
  const first = Math.max(0, Math.min(low - Math.ceil(fits / 2), places.length - fits));
  return [first, Math.min(places.length, first + fits)];
}

/** How many more accounts a step leaves away from home. */
export const stepMoves = (layout: Layout, { goes, to, comesBack }: Step): number =>
  movesMore(layout, goes, to) + (comesBack === null ? 0 : movesMore(layout, comesBack, layout.holder[goes] as number));
