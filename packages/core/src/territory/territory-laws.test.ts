import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, isConstant } from '../explain/why.ts';
import { type RebalanceOptions, rebalance } from './rebalance.ts';
import type { TerritoryAccount, TerritoryPerson } from './territory.ts';
import { type Holding, whyDisturbed, whyImbalance, whyLoad, whyShare } from './why-territory.ts';

const any = { moves: 1000, prices: { move: 0, mismatch: 0 } };
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
/** A team of two to five and a dozen accounts of theirs, some locked, some nobody's, some that need a language. */
const territories: fc.Arbitrary<{ accounts: TerritoryAccount[]; people: TerritoryPerson[] }> = fc
  .integer({ min: 2, max: 5 })
  .chain((count) =>
    fc.record({
      people: fc.array(
        fc.record({
          capacity: fc.oneof(
            { weight: 9, arbitrary: fc.integer({ min: 1, max: 40 }) },
            { weight: 1, arbitrary: fc.constant(0) },
          ),
          skills: fc.subarray(['zh', 'en']),
        }),
        { minLength: count, maxLength: count },
      ),
      accounts: fc.array(
        fc.record({
          load: fc.integer({ min: 0, max: 20 }),
          margin: fc.option(fc.integer({ min: 0, max: 1000 })),
          owner: fc.integer({ min: -1, max: count - 1 }),
          isLocked: fc.boolean(),
          needs: fc.subarray(['zh', 'en'], { maxLength: 1 }),
        }),
        { maxLength: 12 },
      ),
    }),
  )
  .map(({ people, accounts }) => ({
    people: people.map((one, place) => ({ id: `p${place}`, ...one })),
    accounts: accounts.map(({ owner, isLocked, ...one }, place) => ({
      id: `a${place}`,
      ...one,
      ownerId: owner === -1 ? null : `p${owner}`,
      isLocked: isLocked && owner !== -1,
    })),
  }));

const prices = fc.record({
  move: fc.double({ min: 0, max: 3, noNaN: true }),
  mismatch: fc.double({ min: 0, max: 3, noNaN: true }),
});

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

it('explains imbalance, shares and the margin disturbed to the very figures that were found', () => {
  fc.assert(
    fc.property(territories, prices, ({ accounts, people }, asked) => {
      const found = rebalance(accounts, people, { moves: 5, prices: asked });
      const holdings: Holding[] = people.map(({ id, capacity }) => ({
        personId: id,
        name: id,
        capacity,
        accounts: accounts.flatMap((one) =>
          found.assignment.get(one.id) === id ? [{ id: one.id, name: one.id, load: one.load }] : [],
        ),
      }));
      const last = found.choices.at(-1);
      const imbalance = whyImbalance(holdings, 'count');
      expect(imbalance === null ? 0 : evaluate(imbalance)).toBeCloseTo(last?.imbalance as number, 12);
      const moved = found.moves.map(({ accountId }) => accounts.find(({ id }) => id === accountId));
      const disturbed = whyDisturbed(
        moved.map((one) => ({ id: one?.id ?? '', name: '', margin: one?.margin ?? null })),
      );
      expect(evaluate(disturbed)).toBe(last?.marginDisturbed);
      for (const one of holdings) {
        const share = whyShare(one, holdings, 'count');
        expect(share === null).toBe(people.every(({ capacity }) => capacity === 0));
        const visited = { ...one, accounts: one.accounts.map((account) => ({ ...account, visits: account.load })) };
        const each = { visitHours: 1.5, wayHours: 0.25 };
        for (const why of [whyLoad(one, 'count', each), whyLoad(visited, 'hours', each), share, imbalance]) {
          if (why === null) continue;
          expect(evaluate(why)).toBe(why.value);
          expect(isConstant(why)).toBe(false);
        }
      }
    }),
  );
});
