import { describe, expect, it } from 'vitest';
import { longestFirst } from './longest-first.ts';
import { rebalance } from './rebalance.ts';
import type { TerritoryAccount, TerritoryPerson } from './territory.ts';

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
