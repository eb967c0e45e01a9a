import { array, assert, constantFrom, option, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buyingRoles, type Member, missingRoles, stances, type Tie, waysIn, wouldCircle } from './buying-centre.ts';
import { layOut } from './lay-out.ts';

const member = (id: string, said: Partial<Member> = {}): Member => ({
  ...{ id, role: null, influence: null, stance: null, reportsToId: null },
  ...said,
});
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const someId = constantFrom(...ids);
const members = array(
  option(
    constantFrom(...ids).chain((above) =>
      constantFrom(...buyingRoles).chain((role) =>
        constantFrom<(1 | 2 | 3 | null)[]>(1, 2, 3, null).chain((influence) =>
          constantFrom<Member['stance'][]>(...stances, null).map((stance) => ({
            ...{ role, influence, stance },
            reportsToId: above,
          })),
        ),
      ),
    ),
  ),
  { minLength: ids.length, maxLength: ids.length },
).map((said) => ids.map((id, at) => member(id, said[at] ?? {})));
const ties = array(
  someId.chain((aId) => someId.map((bId): Tie => ({ aId, bId }))),
  { maxLength: 8 },
);

describe('a buying centre', () => {
  it('tells which roles nobody has', () => {
    expect(missingRoles([])).toEqual([...buyingRoles]);
    const known = [member('a', { role: 'decider' }), member('b', { role: 'user' }), member('c')];
    expect(missingRoles(known)).toEqual(['buyer', 'influencer', 'gatekeeper', 'champion']);
  });

  it('knows a circle of superiors before it is closed', () => {
    const chain = [member('a'), member('b', { reportsToId: 'a' }), member('c', { reportsToId: 'b' })];
    expect(wouldCircle(chain, 'a', 'c')).toBe(true);
    expect(wouldCircle(chain, 'a', 'a')).toBe(true);
    expect([wouldCircle(chain, 'c', 'a'), wouldCircle(chain, 'a', null)]).toEqual([false, false]);
    const circle = [member('x', { reportsToId: 'y' }), member('y', { reportsToId: 'x' })];
    expect(wouldCircle([...circle, member('z')], 'z', 'x')).toBe(false);
  });

  it('finds the way to the decider by those who are for us: over the buyer, not over two others', () => {
    const centre = [
      member('a', { role: 'champion', stance: 'for' }),
      member('b', { role: 'buyer' }),
      member('c'),
      member('d', { role: 'decider', stance: 'against', reportsToId: null }),
      member('e', { reportsToId: 'd' }),
      member('f', { influence: 3 }),
      member('g', { role: 'decider', stance: 'for' }),
    ];
    const known = [
      { aId: 'b', bId: 'a' },
      { aId: 'b', bId: 'd' },
      { aId: 'a', bId: 'c' },
      { aId: 'c', bId: 'e' },
    ];
    expect(waysIn(centre, known)).toEqual([
      { toId: 'd', path: ['a', 'b', 'd'] },
      { toId: 'f', path: [] },
    ]);
  });

  it('makes ways of people who know each other, in whatever order they are told (law)', () => {
    assert(
      property(members, ties, shuffledSubarray(ids, { minLength: ids.length }), (centre, known, order) => {
        const ways = waysIn(centre, known);
        const shuffled = order.flatMap((id) => centre.filter((one) => one.id === id));
        expect(waysIn(shuffled, known.toReversed())).toEqual(ways);
        for (const { toId, path } of ways) {
          if (path.length === 0) continue;
          expect(path.at(-1)).toBe(toId);
          expect(centre.find(({ id }) => id === path[0])?.stance).toBe('for');
          for (const [at, id] of path.slice(1).entries()) {
            const before = path[at];
            const areTied = known.some(
              ({ aId, bId }) => (aId === id && bId === before) || (bId === id && aId === before),
            );
            const works = centre.some(
              (one) => (one.id === id && one.reportsToId === before) || (one.id === before && one.reportsToId === id),
            );
            expect(areTied || works).toBe(true);
          }
        }
      }),
    );
  });
});

describe('the map of a buying centre', () => {
  it('stands a superior over the middle of theirs, and those without a line underneath', () => {
    const centre = [
      member('boss'),
      member('b', { reportsToId: 'boss', influence: 1 }),
      member('c', { reportsToId: 'boss', influence: 3 }),
      member('x'),
      member('y', { influence: 2 }),
      member('z', { reportsToId: 'somebody else' }),
    ];
    expect(layOut(centre, 2)).toEqual({
      columns: 2,
      rows: 4,
      places: [
        { id: 'c', column: 0, row: 1 },
        { id: 'b', column: 1, row: 1 },
        { id: 'boss', column: 0.5, row: 0 },
        { id: 'y', column: 0, row: 2 },
        { id: 'x', column: 1, row: 2 },
        { id: 'z', column: 0, row: 3 },
      ],
    });
    expect(layOut([], 3)).toEqual({ columns: 0, rows: 0, places: [] });
    expect(() => layOut(centre, 0)).toThrow(RangeError);
    expect(() => layOut([member('a'), member('a')], 1)).toThrow(RangeError);
  });

  it('places everybody once within its bounds, nobody on another, whatever the order and the circles (law)', () => {
    assert(
      property(members, shuffledSubarray(ids, { minLength: ids.length }), (centre, order) => {
        const layout = layOut(centre, 3);
        expect(layout.places.map(({ id }) => id).sort()).toEqual(ids);
        expect(new Set(layout.places.map(({ column, row }) => `${column} ${row}`)).size).toBe(ids.length);
        for (const { column, row } of layout.places) {
          expect(column).toBeGreaterThanOrEqual(0);
          expect(column).toBeLessThanOrEqual(layout.columns - 1);
          expect(row).toBeLessThan(layout.rows);
        }
        const shuffled = order.flatMap((id) => centre.filter((one) => one.id === id));
        expect(layOut(shuffled, 3)).toEqual(layout);
      }),
    );
  });
});
