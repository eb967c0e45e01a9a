import { type Layout, layOut, objectiveOf, put } from './balance.ts';
import { type Step, steepest, stepMoves } from './best-step.ts';
import { longestFirst } from './longest-first.ts';
import {
  demandTerritory,
  lacking,
  type Move,
  type Prices,
  type TerritoryAccount,
  type TerritoryPerson,
} from './territory.ts';

/** One row of the choice: so many moves buy so much balance and put so much margin at risk. */
export type Choice = {
  /** Accounts that change their owner, those of nobody apart. */
  readonly moves: number;
  /** Share of all work that would have to change hands for everybody to have their even share; 0 is perfect. */
  readonly imbalance: number;
  /** Margin of the accounts that move, minor units; those whose margin is not known add nothing. */
  readonly marginDisturbed: number;
  /** Accounts with somebody who lacks a skill they need. */
  readonly mismatched: number;
  /** What was made small. */
  readonly objective: number;
};

export type Rebalanced = {
  /** What every number of moves buys that is better than all with fewer, from none on: the last is the assignment below. */
  readonly choices: readonly Choice[];
  /** Accounts that were nobody's and whom they were given to, by the longest first. They move whatever one chooses. */
  readonly placed: readonly Move[];
  /** Accounts nobody here can take: nobody has capacity. */
  readonly unplaced: readonly string[];
  /** Who moves, by account; without those in `placed`. */
  readonly moves: readonly Move[];
  /** Account → person, of all that are placed. */
  readonly assignment: ReadonlyMap<string, string>;
};

export type RebalanceOptions = {
  /** At most so many accounts change their owner. */
  readonly moves: number;
  readonly prices: Prices;
};

/**
 * Territories drawn anew (rule 7; Hess & Samuels 1971, Zoltners & Sinha 1983): from today's assignment by steepest single moves and
 * swaps, `min Σ (load ÷ even share − 1)² + λ·moved margin ÷ margin + λ·mismatched ÷ accounts`, with locks and at most K moves. The even
 * share of a person is their capacity × (all work ÷ all capacity), so that λ has no unit. Accounts of nobody, and of people without
 * capacity, are given away first, by the longest first, to those with the skills where there are any; locked ones stay.
 *
 * The way does not depend on K, which only ends it; a last single move is tried where a swap would be one too many. So more moves are
 * never worse, and no step ever makes the objective larger. Costs O(steps × neighbours).
 * Throws RangeError on loads, margins, capacities or prices that are negative or not finite, on ids used twice, on K that is no count.
 */
export function rebalance(
  accounts: readonly TerritoryAccount[],
  people: readonly TerritoryPerson[],
  { moves: most, prices }: RebalanceOptions,
): Rebalanced {
  demandTerritory(accounts, people);
  if (!(Number.isInteger(most) && most >= 0)) throw new RangeError(`${most} is no number of moves.`);
  if (!(prices.move >= 0 && prices.mismatch >= 0 && Number.isFinite(prices.move + prices.mismatch)))
    throw new RangeError('A price is a finite number of at least 0.');
  const layout = start(accounts, people, prices);
  const choices = [choiceOf(layout)];
  for (;;) {
    const found = steepest(layout);
    if (!found) break;
    if (layout.moved + stepMoves(layout, found.step) > most) {
      if (found.move && layout.moved < most) take(layout, choices, found.move);
      break;
    }
    take(layout, choices, found.step);
  }
  const idOf = (place: number) => people[place]?.id as string;
  const moves: Move[] = [];
  const placed: Move[] = [];
  const unplaced: string[] = [];
  const assignment = new Map<string, string>();
  accounts.forEach(({ id, ownerId }, place) => {
    const [from, to] = [layout.home[place] as number, layout.holder[place] as number];
    if (to === -1) {
      unplaced.push(id);
      return;
    }
    assignment.set(id, idOf(to));
    if (from !== to) (from === -1 ? placed : moves).push({ accountId: id, fromId: ownerId, toId: idOf(to) });
  });
  return { choices: better(choices), placed, unplaced, moves, assignment };
}

/** Everything where it is, and what is nobody's given away. */
function start(accounts: readonly TerritoryAccount[], people: readonly TerritoryPerson[], prices: Prices): Layout {
  const placeOf = new Map(people.map(({ id }, place) => [id, place]));
  const holder = Int32Array.from(accounts, ({ ownerId, isLocked }) => {
    const place = ownerId === null ? undefined : placeOf.get(ownerId);
    return place === undefined || (people[place]?.capacity === 0 && !isLocked) ? -1 : place;
  });
  const carried = people.map(() => 0);
  const loose: number[] = [];
  holder.forEach((person, place) => {
    if (person === -1) loose.push(place);
    else carried[person] = (carried[person] as number) + (accounts[place]?.load as number);
  });
  const fitting = loose.map((place) => {
    const account = accounts[place] as TerritoryAccount;
    const least = Math.min(...people.flatMap((one) => (one.capacity > 0 ? [lacking(account, one)] : [])));
    return people.map((one) => lacking(account, one) === least);
  });
  const given = longestFirst(
    loose.map((place) => accounts[place]?.load as number),
    people.map(({ capacity }) => capacity),
    { carried, mayTake: (piece, person) => fitting[piece]?.[person] === true },
  );
  const home = Int32Array.from(holder);
  loose.forEach((place, piece) => {
    holder[place] = given[piece] ?? -1;
  });
  return layOut(accounts, people, holder, home, prices);
}

function take(layout: Layout, choices: Choice[], { goes, to, comesBack }: Step): void {
  const from = layout.holder[goes] as number;
  put(layout, goes, to);
  if (comesBack !== null) put(layout, comesBack, from);
  choices.push(choiceOf(layout));
}

function choiceOf(layout: Layout): Choice {
  const { people, loads, mean, moved, movedMargin, mismatch } = layout;
  let over = 0;
  let all = 0;
  people.forEach(({ capacity }, person) => {
    if (capacity === 0) return;
    const load = loads[person] as number;
    all += load;
    over += Math.max(0, load - capacity * mean);
  });
  return {
    moves: moved,
    imbalance: all === 0 ? 0 : over / all,
    marginDisturbed: movedMargin,
    mismatched: mismatch,
    objective: objectiveOf(layout),
  };
}

/** Of every number of moves the best, and only where it is better than all with fewer. */
function better(choices: readonly Choice[]): Choice[] {
  const kept: Choice[] = [];
  for (const choice of choices) {
    while (kept.length > 0 && (kept.at(-1)?.moves as number) >= choice.moves) kept.pop();
    kept.push(choice);
  }
  return kept;
}
