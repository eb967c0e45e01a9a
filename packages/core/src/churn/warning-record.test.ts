import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WarnedCustomer, warningRecord } from './warning-record.ts';

const customer = (id: string, days: number[], ...opened: (readonly [number, boolean])[]): WarnedCustomer => ({
  id,
  days,
  warnings: opened.map(([openedOn, isTreated]) => ({ openedOn, isTreated })),
});

describe('R1 how good the warning is', () => {
  const time = { first: 150, last: 250, lostAfterDays: 100 };

  it('counts who was warned of among the lost, and who was lost among the warned', () => {
    const record = warningRecord(
      [
        // Bought last on day 80: lost on day 180, warned of on day 120.
        customer('warned and lost', [0, 40, 80], [120, false]),
        // Lost on day 190 without a word.
        customer('missed', [10, 90]),
        // Warned of on day 130, and bought on day 160.
        customer('false alarm', [60, 100, 160], [130, false]),
        // With a plan: nobody can say what would have been.
        customer('won back', [20, 90, 170], [140, true]),
        // Lost long before the time that is asked for.
        customer('long gone', [0], [50, false]),
      ],
      time,
    );
    expect(record).toMatchObject({
      caught: { num: 1, den: 2, ratio: 0.5 },
      missed: { num: 1, den: 2 },
      right: { num: 1, den: 2, ratio: 0.5 },
      treated: { stayed: 1, lost: 0 },
    });
    expect(record.right.interval.low).toBeGreaterThan(0);
  });

  it('knows nothing of nobody: no share is not a share of zero', () => {
    const record = warningRecord([], time);
    expect(record.caught).toEqual({ num: 0, den: 0, ratio: null, interval: { low: 0, high: 1 } });
    expect(() => warningRecord([], { ...time, lostAfterDays: 0 })).toThrow(RangeError);
  });

  it('comes of times that follow one another to what it is of both together', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 8 });
    const warnings = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.boolean()), { maxLength: 3 });
    const some = fc.array(fc.tuple(days, warnings), { maxLength: 6 });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 399 }), (drawn, cut) => {
        const customers = drawn.map(([bought, opened], at) => customer(`${at}`, bought, ...opened));
        const of = (first: number, last: number) => warningRecord(customers, { first, last, lostAfterDays: 60 });
        const [whole, before, after] = [of(0, 400), of(0, cut), of(cut + 1, 400)];
        for (const part of ['caught', 'missed', 'right'] as const)
          expect(whole[part].den).toBe(before[part].den + after[part].den);
      }),
    );
  });
});
