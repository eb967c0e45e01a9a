/** An account as territories are drawn: what it takes, what it earns, whose it is. */
export type TerritoryAccount = {
  readonly id: string;
  /** Work it takes, in the unit of the capacities: hours, or 1 where accounts are counted. */
  readonly load: number;
  /** What it earned, minor units; null when nobody knows. Moving it puts that at risk. */
  readonly margin: number | null;
  /** Null, or somebody who is not among the people: it has to be given to somebody. */
  readonly ownerId: string | null;
  /** Stays where it is: the customer asked to keep the person. */
  readonly isLocked?: boolean;
  /** Skills and languages whoever has it should have. */
  readonly needs?: readonly string[];
};

/** Somebody who may have accounts. */
export type TerritoryPerson = {
  readonly id: string;
  /** Work they can do, in the unit of the loads; 0 is given nothing. */
  readonly capacity: number;
  readonly skills?: readonly string[];
};

/** An account goes from one person to another. */
export type Move = { readonly accountId: string; readonly fromId: string | null; readonly toId: string };

/** What a change of owner costs beside the balance it brings. No unit: one is as bad as a person with twice their share of work. */
export type Prices = {
  /** λ of the whole margin changing hands. */
  readonly move: number;
  /** λ of all accounts being with somebody who lacks a skill they need. */
  readonly mismatch: number;
};

/** Refuses what is no territory. Throws RangeError. */
export function demandTerritory(accounts: readonly TerritoryAccount[], people: readonly TerritoryPerson[]): void {
  for (const { id, load, margin } of accounts) {
    if (!(Number.isFinite(load) && load >= 0)) throw new RangeError(`The load of ${id} is no amount of work.`);
    if (margin !== null && !(Number.isFinite(margin) && margin >= 0))
      throw new RangeError(`The margin of ${id} is none that could be at risk.`);
  }
  for (const { id, capacity } of people)
    if (!(Number.isFinite(capacity) && capacity >= 0)) throw new RangeError(`The capacity of ${id} is none.`);
  for (const ids of [accounts, people].map((some) => some.map(({ id }) => id)))
    if (new Set(ids).size < ids.length) throw new RangeError('An id is used twice.');
}

/** How many of the skills that an account needs a person lacks. */
export const lacking = (account: TerritoryAccount, person: TerritoryPerson): number =>
  (account.needs ?? []).filter((need) => !(person.skills ?? []).includes(need)).length;
