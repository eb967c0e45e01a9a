import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascadeStep, derive, largestRemainderShare, record, stored } from './derive.ts';
import { evaluate, flatten, isConstant, leavesOf, misstated, type Op } from './why.ts';

const money = { rule: 'sales.revenue', unit: 'money' } as const;
const ratio = { rule: 'pacing.ratio', unit: 'ratio' } as const;
const sale = (id: string, value: number) => record('sale', id, value, 'money');

describe('a figure that is derived', () => {
  const actual = derive('sum', money, [sale('s1', 120_00), sale('s2', 80_50)]);
  const share = stored('season', 'march', 0.25, 'ratio', 'March');
  const plan = derive('product', { ...money, rule: 'pacing.plan-to-date' }, [
    record('target', 't1', 1000_00, 'money'),
    share,
  ]);
  const pace = derive('quotient', { ...ratio, label: 'Pace' }, [actual, plan]);

  it('comes out again when it is recomputed from its records', () => {
    expect(pace.value).toBe(200_50 / 250_00);
    expect(evaluate(pace)).toBe(pace.value);
    expect(misstated(pace)).toEqual([]);
  });

  it('is caught when it states another value than its records give, at every level', () => {
    const wrong = { ...actual, value: actual.value + 1 };
    const built = { ...pace, args: [wrong, plan] };
    expect(misstated(built)).toEqual([wrong]);
    expect(evaluate(built)).toBe(pace.value);
  });

  it('is laid out as an indented sum, down to the records', () => {
    expect(flatten(pace).map(({ depth, op, value, leaf }) => [depth, op ?? leaf?.id, value])).toEqual([
      [0, 'quotient', 0.802],
      [1, 'sum', 200_50],
      [2, 's1', 120_00],
      [2, 's2', 80_50],
      [1, 'product', 250_00],
      [2, 't1', 1000_00],
      [2, 'march', 0.25],
    ]);
    expect(flatten(pace)[0]).toMatchObject({ label: 'Pace', rule: 'pacing.ratio', unit: 'ratio', leaf: null });
    expect(flatten(pace)[6]).toMatchObject({ label: 'March', rule: null, op: null, leaf: share });
    expect(leavesOf(pace).map(({ id }) => id)).toEqual(['s1', 's2', 't1', 'march']);
  });

  it('sums thousands of records to the cent', () => {
    const cents = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1000, maxLength: 5000 });
    fc.assert(
      fc.property(cents, (amounts) => {
        const total = derive(
          'sum',
          money,
          amounts.map((amount, index) => sale(`${index}`, amount)),
        );
        expect(BigInt(total.value)).toBe(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a derivation that explains nothing', () => {
  it('is one setting, however often it is wrapped', () => {
    const setting = stored('plan', 'total', 500, 'money');
    expect(isConstant(setting)).toBe(true);
    expect(isConstant(derive('round', money, [derive('sum', money, [setting])]))).toBe(true);
  });

  it('is not one record, nor a sum over no records, nor a setting times a record', () => {
    expect(isConstant(derive('sum', money, [sale('s1', 5)]))).toBe(false);
    expect(isConstant(derive('sum', money, []))).toBe(false);
    expect(isConstant(derive('product', money, [stored('plan', 'share', 0.5, 'ratio'), sale('s1', 5)]))).toBe(false);
  });
});

describe('the operations', () => {
  it.each<[Op, number[], number]>([
    ['sum', [], 0],
    ['difference', [10, 3, 2], 5],
    ['product', [2, 3, 4], 24],
    ['quotient', [1, 4], 0.25],
    ['negative', [0], 0],
    ['negative', [3], -3],
    ['round', [2.5], 3],
    ['round', [-2.5], -3],
    ['round', [-0.2], 0],
    ['floor', [-1.5], -2],
    ['ceil', [-0.5], 0],
    ['min', [3, 1, 2], 1],
    ['max', [-3, -1, -2], -1],
    ['count', [9, 9, 9], 3],
    ['logistic', [0], 0.5],
    ['logistic', [-800], 0],
    ['exp', [0], 1],
    ['ln', [1], 0],
    ['share-round', [5, 1, 2], 3],
    ['share-round', [-5, 0.1, 0.2], -3],
    ['share-round', [2 ** 53 - 1, 0, 1], 0],
  ])('%s of %j is %d', (op, values, result) => {
    expect(
      derive(
        op,
        money,
        values.map((value, index) => sale(`${index}`, value)),
      ).value,
    ).toBe(result);
  });

  it.each<[string, Op, number[]]>([
    ['a quotient by zero', 'quotient', [1, 0]],
    ['a quotient of three', 'quotient', [1, 2, 3]],
    ['a rounding of two', 'round', [1, 2]],
    ['a product of nothing', 'product', []],
    ['a share of a whole that is zero', 'share-round', [1, 0, 0]],
    ['a share of a negative part', 'share-round', [1, -1, 2]],
    ['a value that is no number', 'sum', [Number.NaN]],
    ['a leftover without its rivals', 'leftover-unit', [10, 1, 1, 1]],
  ])('refuse %s', (_, op, values) => {
    expect(() =>
      derive(
        op,
        money,
        values.map((value, index) => sale(`${index}`, value)),
      ),
    ).toThrow(RangeError);
  });
});

describe('a share by largest remainder', () => {
  const weights = fc.array(fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 1e6, noNaN: true })), {
    minLength: 1,
    maxLength: 12,
  });
  const shareOf = (total: number, sorted: readonly number[], index: number) =>
    largestRemainderShare(money, {
      total: record('target', 'year', total, 'money'),
      own: record('person', `${index}`, sorted[index] ?? 0, 'ratio'),
      ahead: sorted.slice(0, index).map((weight, at) => record('person', `${at}`, weight, 'ratio')),
      behind: sorted.slice(index + 1).map((weight, at) => record('person', `${index + 1 + at}`, weight, 'ratio')),
    });

  it('shows the whole units and the unit from the leftover', () => {
    const [first, , third] = [0, 1, 2].map((index) => shareOf(100_00, [1, 1, 1], index));
    expect(first?.args.map(({ value }) => value)).toEqual([33_33, 1]);
    expect(third?.args.map(({ value }) => value)).toEqual([33_33, 0]);
  });

  it('shares out the whole total and stays within one unit of the exact part', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), weights, (total, unsorted) => {
        const sorted = unsorted.toSorted((a, b) => b - a);
        const whole = sorted.reduce((sum, weight) => sum + weight, 0);
        fc.pre(whole > 0);
        const shares = sorted.map((_, index) => shareOf(total, sorted, index));
        expect(shares.reduce((sum, { value }) => sum + value, 0)).toBe(total);
        for (const [index, { value }] of shares.entries()) {
          expect(Math.abs(value - total * ((sorted[index] ?? 0) / whole))).toBeLessThan(1.01);
        }
      }),
    );
  });
});

describe('a step of a cascade', () => {
  it('gives 1, 2, 1, 1 of five customers in four weeks', () => {
    const weeks = ['w1', 'w2', 'w3', 'w4'].map((id) => stored('week', id, 1, 'ratio'));
    const steps = weeks.map((own, index) =>
      cascadeStep(
        { rule: 'targets.week', unit: 'count' },
        {
          total: record('target', 'may', 5, 'count'),
          before: weeks.slice(0, index),
          own,
          after: weeks.slice(index + 1),
        },
      ),
    );
    expect(steps.map(({ value }) => value)).toEqual([1, 2, 1, 1]);
    expect(steps.flatMap(misstated)).toEqual([]);
  });

  it('adds up to the total, also when it is negative and the weights are broken numbers', () => {
    const weights = fc.array(fc.double({ min: 0.001, max: 100, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), weights, (total, shape) => {
        const leaves = shape.map((weight, index) => stored('month', `${index}`, weight, 'ratio'));
        const sum = leaves.reduce((running, own, index) => {
          const [before, after] = [leaves.slice(0, index), leaves.slice(index + 1)];
          return (
            running + cascadeStep(money, { total: record('target', 'y', total, 'money'), before, own, after }).value
          );
        }, 0);
        expect(sum).toBe(total);
      }),
    );
  });
});
