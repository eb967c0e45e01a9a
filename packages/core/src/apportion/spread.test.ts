import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Spread, type SpreadCell, spread } from './spread.ts';

fc.configureGlobal({ numRuns: 200 });

const cells = (values: Readonly<Record<string, number>>, ...held: readonly string[]): SpreadCell[] =>
  Object.entries(values).map(([id, value]) => ({ id, value, held: held.includes(id) }));
const valuesOf = (result: Spread): Record<string, number> => {
  if (result.status !== 'ok') throw new Error(`The spread is ${result.status}.`);
  return Object.fromEntries(result.values);
};

describe('the total of cells of which some are held', () => {
  it('leaves February alone and gives January and March the rest as 10 to 30', () => {
    expect(valuesOf(spread(100, cells({ Jan: 10, Feb: 20, Mar: 30 }, 'Feb')))).toEqual({ Jan: 20, Feb: 20, Mar: 60 });
    expect(valuesOf(spread(60, cells({ Jan: 20, Feb: 20, Mar: 30 }, 'Jan')))).toEqual({ Jan: 20, Feb: 16, Mar: 24 });
  });

  it('takes the shape of the plan where all free cells are zero, and equal parts where that is zero too', () => {
    const shape = new Map(Object.entries({ a: 10, b: 20, c: 70 }));
    expect(valuesOf(spread(400, cells({ a: 0, b: 0, c: 0 }), shape))).toEqual({ a: 40, b: 80, c: 280 });
    expect(valuesOf(spread(1200, cells({ a: 0, b: 0, c: 0, d: 0 })))).toEqual({ a: 300, b: 300, c: 300, d: 300 });
  });

  it('is refused with the excess and the names of the locks when they hold more than the total', () => {
    expect(spread(30, cells({ Jan: 10, Feb: 20, Mar: 15 }, 'Feb', 'Mar'))).toEqual({
      status: 'overCommitted',
      excess: 5,
      held: ['Feb', 'Mar'],
    });
  });

  it('is refused when every cell is held and they fall short, and accepted when they are just right', () => {
    const all = cells({ Jan: 10, Feb: 20 }, 'Jan', 'Feb');
    expect(spread(31, all)).toEqual({ status: 'overCommitted', excess: -1, held: ['Jan', 'Feb'] });
    expect(valuesOf(spread(30, all))).toEqual({ Jan: 10, Feb: 20 });
  });

  it('mirrors for returns, and lets cells of both signs each move by their size', () => {
    expect(valuesOf(spread(-100, cells({ a: -10, b: -20, c: -30 }, 'b')))).toEqual({ a: -20, b: -20, c: -60 });
    expect(valuesOf(spread(30, cells({ a: 30, b: -10 })))).toEqual({ a: 38, b: -8 });
  });

  it('refuses an id given twice and values that are no whole numbers', () => {
    expect(() => spread(1, [...cells({ a: 1 }), ...cells({ a: 1 })])).toThrow(/twice/);
    expect(() => spread(1, cells({ a: 0.5 }))).toThrow(/whole number/);
  });
});

describe('by law, a spread', () => {
  const someCells = fc
    .array(fc.record({ value: fc.nat({ max: 1e9 }), held: fc.boolean() }), { minLength: 1, maxLength: 30 })
    .map((list) => list.map((cell, index) => ({ ...cell, id: `cell-${index}` })));

  it('sums to the total with every held cell untouched, or names the excess', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e10 }), someCells, (total, list) => {
        const result = spread(total, list);
        const heldSum = list.reduce((sum, cell) => sum + (cell.held ? cell.value : 0), 0);
        if (result.status === 'overCommitted') {
          expect(result.excess).toBe(heldSum - total);
          expect(heldSum > total || list.every((cell) => cell.held)).toBe(true);
          return;
        }
        expect([...result.values.values()].reduce((sum, value) => sum + value, 0)).toBe(total);
        for (const cell of list) if (cell.held) expect(result.values.get(cell.id)).toBe(cell.value);
      }),
    );
  });

  it('changes nothing when it is repeated, whatever order the cells stand in', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e10 }), someCells, (total, list) => {
        const once = spread(total, list);
        if (once.status !== 'ok') return;
        const again = list.map((cell) => ({ ...cell, value: once.values.get(cell.id) ?? 0 })).toReversed();
        expect(Object.fromEntries(once.values)).toEqual(valuesOf(spread(total, again)));
      }),
    );
  });
});
