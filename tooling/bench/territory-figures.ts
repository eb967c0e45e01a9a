import { rebalance } from '@milepost/core/territory/rebalance';
import type { TerritoryAccount } from '@milepost/core/territory/territory';
import type { Figure } from './figure.ts';

const prices = { move: 0.1, mismatch: 0.1 };

/** Accounts with uneven loads and margins, most of them with the first of the people, as territories grow. */
function territory(count: number, people: number) {
  const accounts: TerritoryAccount[] = Array.from({ length: count }, (_, at) => ({
    id: `account-${at}`,
    load: 1 + ((at * 7919) % 1009) / 100,
    margin: 1_000 + ((at * 104_729) % 999_983),
    ownerId: `person-${Math.floor(people * (((at * 7907) % count) / count) ** 1.2)}`,
    isLocked: at % 97 === 0,
  }));
  return {
    accounts,
    people: Array.from({ length: people }, (_, at) => ({ id: `person-${at}`, capacity: 1 + (at % 3) / 4 })),
  };
}

/**
 * Territories drawn anew from where they are to where no step helps. The floor goes through all accounts and adds up what each person
 * has, once for every person: what it takes to look at everything without deciding anything.
 */
export function territoryFigure(count: number, people: number): Figure {
  const asked = territory(count, people);
  const before = performance.now();
  const { choices, assignment } = rebalance(asked.accounts, asked.people, { moves: count, prices });
  const value = performance.now() - before;
  const [first, last] = [choices[0], choices.at(-1)];
  if (assignment.size !== count || !first || !last || last.objective >= first.objective)
    throw new Error('The territory was not balanced.');
  const start = performance.now();
  const loads = new Float64Array(people);
  for (let round = 0; round < people; round += 1)
    asked.accounts.forEach(({ load }, at) => {
      loads[at % people] = (loads[at % people] as number) + load;
    });
  if (Number.isNaN(loads[0])) throw new Error('The plain loop went wrong.');
  return {
    name: `territory ${count} × ${people}: ${last.moves} moves`,
    value,
    unit: 'ms',
    floor: performance.now() - start,
  };
}
