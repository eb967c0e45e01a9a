import type { TerritoryAsked } from '@milepost/contract/territory';
import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { type Rebalanced, rebalance } from '@milepost/core/territory/rebalance';
import type { TerritoryAccount, TerritoryPerson } from '@milepost/core/territory/territory';
import type { Holding, HoursEach } from '@milepost/core/territory/why-territory';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { PersonTable } from '../../db/tables/people.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { tierSettings } from '../tiers/settings-store.ts';
import { loadOf, type TerritoryRow, territories } from './store.ts';

const twelve = 12;

export type TerritoryFacts = {
  from: string;
  persons: readonly PersonTable[];
  rows: ReadonlyMap<string, TerritoryRow>;
  /** To the most moves that were asked for, and to the row that was chosen. */
  whole: Rebalanced;
  chosen: Rebalanced;
  before: readonly Holding[];
  after: readonly Holding[];
  /** What one visit takes. */
  hoursEach: HoursEach;
};

const wholeBp = 10_000;
/** Without a word, a person counts as full time; who has left takes nothing. */
export const capacityOf = ({ fte_bp, is_active }: PersonTable): number =>
  is_active === 1 ? (fte_bp ?? wholeBp) / wholeBp : 0;

/** The people of a territory, all in reach. @throws Failure `owner-unknown` */
export async function peopleOfTerritory(db: Db, actor: Actor, ids: readonly string[]): Promise<PersonTable[]> {
  const found: PersonTable[] = [];
  for (const id of new Set(ids)) {
    const row = reaches(actor, id) ? await people.find(db, actor, id) : undefined;
    if (!row)
      throw new Failure('owner-unknown', fieldIssue('/personIds', 'out-of-reach', 'not a person of your teams'));
    found.push(row);
  }
  return found.sort(
    (a, b) => (a.name_key < b.name_key ? -1 : Number(a.name_key > b.name_key)) || (a.id < b.id ? -1 : 1),
  );
}

/** What territories look like now and drawn anew, from one reading of the facts. */
export async function territoryFacts(
  db: Db,
  actor: Actor,
  today: string,
  asked: TerritoryAsked,
): Promise<TerritoryFacts> {
  const persons = await peopleOfTerritory(db, actor, asked.personIds);
  const from = toIso(addMonths(toDay(today), -twelve) + 1);
  const { withUnowned } = asked;
  const rows = await territories.accounts(db, actor, {
    personIds: persons.map(({ id }) => id),
    withUnowned,
    from,
    to: today,
  });
  const { visitHours, wayHours } = await tierSettings.inForce(db, actor);
  const hoursEach = { visitHours, wayHours };
  const accounts = rows.map(
    (row): TerritoryAccount => ({
      id: row.id,
      load: loadOf(row, asked.balance, hoursEach),
      // Whoever earns less than nothing with it puts nothing at risk.
      margin: row.margin === null ? null : Math.max(0, row.margin),
      ownerId: row.owner_id,
      isLocked: row.isLocked,
    }),
  );
  const sellers = persons.map((row): TerritoryPerson => ({ id: row.id, capacity: capacityOf(row) }));
  const drawn = (moves: number) => rebalance(accounts, sellers, { moves, prices: { move: asked.price, mismatch: 0 } });
  const whole = drawn(asked.moves);
  const chosen = asked.chosen === undefined || asked.chosen >= asked.moves ? whole : drawn(asked.chosen);
  const holdings = (holderOf: (row: TerritoryRow) => string | null | undefined): Holding[] => {
    const held = Map.groupBy(rows, holderOf);
    return persons.map((person) => ({
      personId: person.id,
      name: person.name,
      capacity: capacityOf(person),
      accounts: (held.get(person.id) ?? []).map((row) => ({
        id: row.id,
        name: row.name,
        load: loadOf(row, asked.balance, hoursEach),
        ...(asked.balance === 'hours' ? { visits: row.visits ?? 0 } : {}),
      })),
    }));
  };
  return {
    from,
    persons,
    rows: new Map(rows.map((row) => [row.id, row])),
    whole,
    chosen,
    before: holdings((row) => row.owner_id),
    after: holdings((row) => chosen.assignment.get(row.id)),
    hoursEach,
  };
}
