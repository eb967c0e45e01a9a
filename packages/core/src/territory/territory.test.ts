import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestFirst } from './longest-first.ts';
import { type RebalanceOptions, rebalance } from './rebalance.ts';
import type { TerritoryAccount, TerritoryPerson } from './territory.ts';
import { prices, territories } from './testing-territory.ts';

const free = { move: 0, mismatch: 0 };
const any = { moves: 1000, prices: free };
const sumBy = (loads: readonly number[], given: readonly (number | null)[], people: number) =>
  Array.from({ length: people }, (_, person) =>
    loads.reduce((sum, load, piece) => (given[piece] === person ? sum + load : sum), 0),
  );
const accountsOf = (loads: readonly number[], owners: readonly (string | null)[]): TerritoryAccount[] =>
  loads.map((load, place) => ({ id: `a${place}`, load, margin: null, ownerId: owners[place] ?? null }));
const two: TerritoryPerson[] = ['p0', 'p1'].map((id) => ({ id, capacity: 1 }));
const loadsOf = (accounts: readonly TerritoryAccount[], assignment: ReadonlyMap<string, string>) => {
  const loads = new Map<string, number>();
  for (const { id, load } of accounts) {
    const holder = assignment.get(id);
    if (holder !== undefined) loads.set(holder, (loads.get(holder) ?? 0) + load);
  }
  return loads;
};
/** What the objective is, said once more without any of the bookkeeping. */
function objectiveOf(
  { accounts, people }: { accounts: readonly TerritoryAccount[]; people: readonly TerritoryPerson[] },
  assignment: ReadonlyMap<string, string>,
  { prices: asked }: Pick<RebalanceOptions, 'prices'>,
): number {
  const able = people.filter(({ capacity }) => capacity > 0);
  const loads = loadsOf(accounts, assignment);
  const all = able.reduce((sum, { id }) => sum + (loads.get(id) ?? 0), 0);
  const mean = all / able.reduce((sum, { capacity }) => sum + capacity, 0);
  const uneven = mean > 0 ? able.map(({ id, capacity }) => ((loads.get(id) ?? 0) / (capacity * mean) - 1) ** 2) : [];
  const margin = accounts.reduce((sum, one) => sum + (one.margin ?? 0), 0);
  const capacityOf = new Map(people.map(({ id, capacity }) => [id, capacity]));
  const isFree = ({ ownerId, isLocked }: TerritoryAccount) =>
    ownerId === null || (!capacityOf.get(ownerId) && !isLocked);
  const moved = accounts.filter((one) => !isFree(one) && assignment.get(one.id) !== one.ownerId);
  const lacks = accounts.filter(({ id, needs }) => {
    const skills = people.find((one) => one.id === assignment.get(id))?.skills ?? [];
    return assignment.has(id) && needs?.some((need) => !skills.includes(need));
  });
  const disturbed = moved.reduce((sum, one) => sum + (one.margin ?? 0), 0);
  return (
    uneven.reduce((sum, one) => sum + one, 0) +
    (margin === 0 ? 0 : (asked.move * disturbed) / margin) +
    (accounts.length === 0 ? 0 : (asked.mismatch * lacks.length) / accounts.length)
  );
}

describe('work shared out by the longest first', () => {
  it('makes 7 of 3, 3, 2, 2, 2 for two, where 6 is best: the local search finds it', () => {
    const jobs = [3, 3, 2, 2, 2];
    const given = longestFirst(jobs, [1, 1]);
    expect(Math.max(...sumBy(jobs, given, 2))).toBe(7);
    const accounts = accountsOf(
      jobs,
      given.map((person) => `p${person}`),
    );
    const found = rebalance(accounts, two, any);
    expect([...loadsOf(accounts, found.assignment).values()].sort()).toEqual([6, 6]);
    expect(found.choices.at(-1)).toMatchObject({ moves: 2, imbalance: 0, objective: 0 });
  });

  it('gives 55 hours in ten accounts of 10 … 1 to two as 28 and 27', () => {
    const hours = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect(sumBy(hours, longestFirst(hours, [1, 1]), 2).sort()).toEqual([27, 28]);
    const nobodys = accountsOf(hours, []);
    const found = rebalance(nobodys, two, any);
    expect([...loadsOf(nobodys, found.assignment).values()].sort()).toEqual([27, 28]);
    expect(found.placed).toHaveLength(10);
    expect(found.moves).toEqual([]);
  });

  it('is by capacity: who works half the time is given half', () => {
    expect(sumBy([1, 1, 1, 1, 1, 1], longestFirst([1, 1, 1, 1, 1, 1], [2, 1]), 2)).toEqual([4, 2]);
    expect(longestFirst([1], [0])).toEqual([null]);
    expect(() => longestFirst([-1], [1])).toThrow(RangeError);
  });
});

describe('territories drawn anew', () => {
  const lopsided = accountsOf([4, 3, 2, 1], ['p0', 'p0', 'p0', 'p0']);

  it('lists what every number of moves buys', () => {
    const { choices } = rebalance(lopsided, two, any);
    expect(choices.map(({ moves, imbalance }) => [moves, imbalance])).toEqual([
      [0, 0.5],
      [1, 0.1],
      [2, 0],
    ]);
    expect(rebalance(lopsided, two, { ...any, moves: 1 }).moves).toEqual([
      { accountId: 'a0', fromId: 'p0', toId: 'p1' },
    ]);
  });

  it('leaves a locked account where it is, and an expensive one where the balance is not worth it', () => {
    const locked = lopsided.map((one) => ({ ...one, isLocked: one.id === 'a0' }));
    expect(rebalance(locked, two, any).assignment.get('a0')).toBe('p0');
    const dear = lopsided.map((one) => ({ ...one, margin: one.id === 'a0' ? 1_000_000 : 1 }));
    const found = rebalance(dear, two, { moves: 10, prices: { move: 10, mismatch: 0 } });
    expect(found.assignment.get('a0')).toBe('p0');
    expect(found.choices.at(-1)).toMatchObject({ marginDisturbed: 2, imbalance: 0 });
  });

  it('gives what a person without capacity had to the others, and keeps what needs a language with who speaks it', () => {
    const people = [
      { id: 'p0', capacity: 0 },
      { id: 'p1', capacity: 1, skills: ['zh'] },
      { id: 'p2', capacity: 1 },
    ];
    const accounts = accountsOf([2, 2, 1], ['p0', 'p0', 'p0']).map((one) => ({
      ...one,
      needs: one.load === 2 ? ['zh'] : [],
    }));
    const found = rebalance(accounts, people, { moves: 10, prices: { move: 0, mismatch: 100 } });
    expect(Object.fromEntries(found.assignment)).toEqual({ a0: 'p1', a1: 'p1', a2: 'p2' });
    expect(found.placed.map(({ fromId }) => fromId)).toEqual(['p0', 'p0', 'p0']);
    expect(rebalance(accounts, [{ id: 'p0', capacity: 0 }], any).unplaced).toEqual(['a0', 'a1', 'a2']);
  });

  it('refuses what is no territory', () => {
    const [one] = lopsided as [TerritoryAccount];
    expect(() => rebalance([one, one], two, any)).toThrow(RangeError);
    expect(() => rebalance([{ ...one, load: Number.NaN }], two, any)).toThrow(RangeError);
    expect(() => rebalance([{ ...one, margin: -1 }], two, any)).toThrow(RangeError);
    expect(() => rebalance([], [{ id: 'p', capacity: -1 }], any)).toThrow(RangeError);
    expect(() => rebalance([], two, { ...any, moves: 0.5 })).toThrow(RangeError);
    expect(() => rebalance([], two, { moves: 1, prices: { move: -1, mismatch: 0 } })).toThrow(RangeError);
  });
});

describe('laws of drawing territories anew', () => {
  it('every account is with one person or named; locks hold; the price is what it says', () => {
    fc.assert(
      fc.property(territories, prices, fc.integer({ min: 0, max: 12 }), (territory, asked, moves) => {
        const { accounts, people } = territory;
        const found = rebalance(accounts, people, { moves, prices: asked });
        expect(new Set([...found.assignment.keys(), ...found.unplaced])).toEqual(new Set(accounts.map(({ id }) => id)));
        expect(found.assignment.size + found.unplaced.length).toBe(accounts.length);
        for (const { id, ownerId, isLocked } of accounts) if (isLocked) expect(found.assignment.get(id)).toBe(ownerId);
        expect(found.moves.length).toBeLessThanOrEqual(moves);
        const last = found.choices.at(-1);
        expect(last?.moves).toBe(found.moves.length);
        expect(last?.objective).toBeCloseTo(objectiveOf(territory, found.assignment, { prices: asked }), 9);
      }),
    );
  });

  it('no step makes it worse, and more moves are never worse', () => {
    fc.assert(
      fc.property(territories, prices, ({ accounts, people }, asked) => {
        let before = Number.POSITIVE_INFINITY;
        for (let moves = 0; moves <= accounts.length; moves += 1) {
          const { choices } = rebalance(accounts, people, { moves, prices: asked });
          const objectives = choices.map(({ objective }) => objective);
          expect(objectives).toEqual(objectives.toSorted((a, b) => b - a));
          const reached = objectives.at(-1) as number;
          expect(reached).toBeLessThanOrEqual(before + 1e-12);
          before = reached;
        }
      }),
    );
  });

  it('what is found cannot be bettered by any single move or swap', () => {
    fc.assert(
      fc.property(territories, prices, (territory, asked) => {
        const { accounts, people } = territory;
        const { assignment } = rebalance(accounts, people, { moves: 1000, prices: asked });
        const reached = objectiveOf(territory, assignment, { prices: asked });
        const able = people.filter(({ capacity }) => capacity > 0).map(({ id }) => id);
        const movable = accounts.filter(({ id, isLocked }) => assignment.has(id) && !isLocked);
        for (const { id } of movable) {
          for (const to of able)
            expect(objectiveOf(territory, new Map(assignment).set(id, to), { prices: asked })).toBeGreaterThan(
              reached - 1e-9,
            );
          for (const { id: other } of movable) {
            const swapped = new Map(assignment)
              .set(id, assignment.get(other) as string)
              .set(other, assignment.get(id) as string);
            expect(objectiveOf(territory, swapped, { prices: asked })).toBeGreaterThan(reached - 1e-9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of all ways to share among two the best is at most a quarter less for the fuller one', () => {
    const small = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(small, (loads) => {
        const accounts = accountsOf(
          loads,
          loads.map(() => 'p0'),
        );
        const found = loadsOf(accounts, rebalance(accounts, two, any).assignment);
        const reached = Math.max(...found.values());
        let best = Number.POSITIVE_INFINITY;
        for (let choice = 0; choice < 2 ** loads.length; choice += 1) {
          const first = loads.reduce((sum, load, place) => sum + (choice & (1 << place) ? load : 0), 0);
          best = Math.min(best, Math.max(first, loads.reduce((sum, load) => sum + load, 0) - first));
        }
        expect(reached).toBeLessThanOrEqual((best * 4) / 3 + 1e-9);
      }),
    );
  });
});
