import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from './fields.ts';
import { hasTrait, portrait } from './portrait.ts';

describe('the portrait of a customer', () => {
  it('tells what customers have in common against the others, with sample sizes', () => {
    // Of 60 customers 45 are in health, of 60 others 15; the colour says nothing.
    const records = Array.from({ length: 120 }, (_, at): Cell[] => [
      at < 60 ? (at % 4 === 0 ? 'Retail' : 'Health') : at % 4 === 0 ? 'Health' : 'Retail',
      at % 2 === 0 ? 'red' : 'blue',
    ]);
    const [first, second, ...others] = portrait(
      ['segment', 'colour'],
      records,
      records.map((_, at) => at < 60),
    );
    expect(first).toMatchObject({ field: 'segment', word: 'health', spelled: 'Health', status: 'more' });
    expect(first?.difference).toBe(0.5);
    expect(first?.customers).toEqual({ successes: 45, trials: 60 });
    expect(first?.others).toEqual({ successes: 15, trials: 60 });
    expect(second).toMatchObject({ field: 'segment', word: 'retail', status: 'less', difference: -0.5 });
    expect(others.map(({ word, status }) => [word, status])).toEqual([
      ['blue', 'open'],
      ['red', 'open'],
    ]);
  });

  it('leaves out of both sides what is not known, and what is seen seldom or everywhere', () => {
    const records: Cell[][] = [...Array.from({ length: 10 }, (): Cell[] => ['a']), ['b'], ['b'], [null], ['']];
    const traits = portrait(
      ['word'],
      records,
      records.map((_, at) => at % 2 === 0),
    );
    expect(traits).toHaveLength(1);
    expect(traits[0]).toMatchObject({ word: 'a', customers: { trials: 6 }, others: { trials: 6 } });
    expect(portrait(['same'], [['x'], ['x'], ['x'], ['x'], ['x']], [true, true, false, false, false])).toEqual([]);
    expect(() => portrait(['word'], [['a']], [])).toThrow(RangeError);
  });

  it('cuts numbers into bands that hold each once, and tells of chance alone that nothing is sure', () => {
    const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.boolean()), { minLength: 20, maxLength: 80 });
    fc.assert(
      fc.property(values, (drawn) => {
        const traits = portrait(
          ['size'],
          drawn.map(([value]) => [value]),
          drawn.map(([, isCustomer]) => isCustomer),
        );
        fc.pre(traits.every(({ word }) => word === null));
        for (const [value] of drawn) expect(traits.filter((trait) => hasTrait(trait, value))).toHaveLength(1);
        const counted = traits.reduce((sum, { customers, others }) => sum + customers.successes + others.successes, 0);
        expect(counted).toBe(drawn.length);
        for (const { difference, interval } of traits) {
          if (difference === null) continue;
          expect(interval.low).toBeLessThanOrEqual(difference + 1e-12);
          expect(interval.high).toBeGreaterThanOrEqual(difference - 1e-12);
        }
      }),
    );
  });
});
