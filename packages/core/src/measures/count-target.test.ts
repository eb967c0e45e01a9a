import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareCount, sharePerPeriod } from './count-target.ts';

const even = (count: number) => new Array<number>(count).fill(1);

it('spreads 5 a month over four weeks as 1, 2, 1, 1', () => {
  expect(shareCount(5, [{ id: 'ann', weight: 1 }], even(4))).toEqual(new Map([['ann', [1, 2, 1, 1]]]));
});

it('shares heads by Webster: 60 a year among three reps by their capacity', () => {
  const shares = shareCount(
    60,
    [
      { id: 'ann', weight: 1 },
      { id: 'ben', weight: 1 },
      { id: 'eve', weight: 0.5 },
    ],
    even(12),
  );
  const sums = [...shares.values()].map((months) => months.reduce((sum, count) => sum + count, 0));
  expect(sums).toEqual([24, 24, 12]);
  expect(shares.get('ann')).toEqual(even(12).map(() => 2));
});

it('by law sums to the total, and nobody loses a head because the total grows', () => {
  const people = fc.uniqueArray(fc.record({ id: fc.uuid(), weight: fc.integer({ min: 0, max: 50 }) }), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.nat(500), people, fc.integer({ min: 1, max: 12 }), (total, who, periods) => {
      const sumOf = (months: readonly number[] | undefined) => (months ?? []).reduce((sum, count) => sum + count, 0);
      const [now, more] = [shareCount(total, who, even(periods)), shareCount(total + 1, who, even(periods))];
      expect([...now.values()].reduce((sum, months) => sum + sumOf(months), 0)).toBe(total);
      for (const { id } of who) expect(sumOf(more.get(id))).toBeGreaterThanOrEqual(sumOf(now.get(id)));
    }),
  );
});

it('shares 5 a month among three reps as 5 in every month and 20 a year each', () => {
  const reps = ['ann', 'ben', 'eve'].map((id) => ({ id, weight: 1 }));
  const shares = [...sharePerPeriod(5, reps, 12).values()];
  expect(shares.map((months) => months.reduce((sum, count) => sum + count, 0))).toEqual([20, 20, 20]);
  for (let month = 0; month < 12; month += 1)
    expect(shares.reduce((sum, months) => sum + (months[month] ?? 0), 0)).toBe(5);
});

it('by law gives every period what is wanted, and every person their share of the year', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.nat(60), weights, fc.integer({ min: 1, max: 12 }), (perPeriod, some, periods) => {
      const people = some.map((weight, at) => ({ id: `${at}`, weight }));
      const shares = [...sharePerPeriod(perPeriod, people, periods).values()];
      for (let at = 0; at < periods; at += 1)
        expect(shares.reduce((sum, counts) => sum + (counts[at] ?? 0), 0)).toBe(perPeriod);
      for (const counts of shares) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
  );
  expect(() => sharePerPeriod(-1, [{ id: 'a', weight: 1 }], 12)).toThrow(RangeError);
});
