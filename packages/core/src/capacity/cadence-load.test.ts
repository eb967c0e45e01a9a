import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cadence, cadenceLoad, visitsCovered } from './cadence-load.ts';

const tier = (name: string, count: number, promise: { visits: number; months: number }): Cadence[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${name}${String(at).padStart(2, '0')}`,
    tier: name,
    worth: at,
    ...promise,
  }));
const accounts = [
  ...tier('A', 10, { visits: 2, months: 1 }),
  ...tier('B', 30, { visits: 1, months: 1 }),
  ...tier('C', 60, { visits: 1, months: 3 }),
];

describe('cadence against capacity (case 16)', () => {
  it('needs 70 visits a month; three people of 20 make 60 and are 10 short', () => {
    const load = cadenceLoad(accounts, 3 * 20, ['C', 'B']);
    expect(load).toMatchObject({ status: 'over', needed: 70, capacity: 60, short: 10, unmet: 0 });
  });

  it('says which visits of C become calls: the thirty that are worth least, each a third of a visit a month', () => {
    const load = cadenceLoad(accounts, 60, ['C']);
    const least = Array.from({ length: 30 }, (_, at) => `C${String(at).padStart(2, '0')}`);
    expect(load.status === 'over' && load.calls).toEqual(least);
  });

  it('lets accounts of unknown worth give way first, and says what stays unmet', () => {
    const some = [{ id: 'c1', tier: 'C', visits: 1, months: 1, worth: 5 }, ...tier('A', 2, { visits: 4, months: 1 })];
    const unknown = { id: 'c2', tier: 'C', visits: 1, months: 1, worth: null };
    expect(cadenceLoad([...some, unknown], 9, ['C'])).toMatchObject({ calls: ['c2'], unmet: 0 });
    expect(cadenceLoad([...some, unknown], 5, ['C'])).toMatchObject({ calls: ['c2', 'c1'], unmet: 3, short: 5 });
  });

  it('counts an account once that two people visit together', () => {
    expect(cadenceLoad([...accounts, ...accounts.slice(0, 5)], 70, ['C'])).toEqual({
      status: 'fits',
      needed: 70,
      capacity: 70,
      spare: 0,
    });
    const made = [
      { accountId: 'A00', day: 1, personId: 'ann' },
      { accountId: 'A00', day: 1, personId: 'max' },
      { accountId: 'A00', day: 15, personId: 'ann' },
    ];
    expect(visitsCovered(made)).toEqual(new Map([['A00', 2]]));
  });

  it('proposes enough calls and never one too many', () => {
    const cadence = fc.record({
      tier: fc.constantFrom('A', 'B', 'C'),
      visits: fc.integer({ min: 0, max: 4 }),
      months: fc.constantFrom(1, 2, 3, 6),
      worth: fc.option(fc.integer({ min: 0, max: 9 })),
    });
    fc.assert(
      fc.property(fc.array(cadence, { maxLength: 40 }), fc.integer({ min: 0, max: 40 }), (some, capacity) => {
        const all = some.map((one, at) => ({ ...one, id: `${at}` }));
        const load = cadenceLoad(all, capacity, ['C', 'B']);
        if (load.status === 'fits') {
          expect(load.needed).toBeLessThanOrEqual(capacity);
          return;
        }
        const without = (calls: readonly string[]) =>
          cadenceLoad(
            all.filter(({ id }) => !calls.includes(id)),
            capacity,
            [],
          );
        const after = without(load.calls);
        expect(after.needed).toBeCloseTo(load.unmet + Math.min(after.needed, capacity), 9);
        if (load.calls.length > 0 && load.unmet === 0) expect(without(load.calls.slice(0, -1)).status).toBe('over');
      }),
    );
  });

  it('is refused for promises that cannot be', () => {
    const one: Cadence = { id: 'a', tier: 'A', visits: 1, months: 1, worth: null };
    expect(() => cadenceLoad([{ ...one, months: 0 }], 1, [])).toThrow(RangeError);
    expect(() => cadenceLoad([one, { ...one, visits: 2 }], 1, [])).toThrow(RangeError);
    expect(() => cadenceLoad([one], Number.NaN, [])).toThrow(RangeError);
  });
});
