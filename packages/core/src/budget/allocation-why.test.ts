import fc from 'fast-check';
import { expect, it } from 'vitest';
import { derive, record, stored } from '../explain/derive.ts';
import { evaluate, misstated } from '../explain/why.ts';
import { allocate } from './allocate.ts';
import { curveWhy, marginalWhy, proposedWhy, responseWhy } from './allocation-why.ts';
import { fitCurve } from './fit-curve.ts';
import { marginalAt, responseAt } from './response.ts';

const one = stored('allocation', 'one', 1, 'ratio');
const amount = (value: number) => derive('sum', { rule: 'a', unit: 'money' }, [record('expense', 'e', value, 'money')]);
const seen = fc.array(
  fc.record({ spend: fc.integer({ min: 1, max: 5_000_00 }), result: fc.integer({ min: 1, max: 900 }) }),
  {
    minLength: 8,
    maxLength: 24,
  },
);

it('what a proposal says of a campaign is what its curve gives, down to the months that it was drawn through', () => {
  fc.assert(
    fc.property(seen, fc.integer({ min: 100, max: 9_000_00 }), (points, spend) => {
      const fitted = fitCurve(points);
      if (fitted.status !== 'ok' || fitted.curve.kind !== 'exponential') return;
      const { curve } = fitted;
      const months = points.map((point, at) => ({
        label: `${at}`,
        spend: amount(point.spend),
        result: derive('sum', { rule: 'r', unit: 'count' }, [record('line', 'l', point.result, 'count')]),
      }));
      const why = curveWhy(months, stored('allocation', 'rate', curve.rate, 'ratio'), one);
      expect(why.ceiling.value / curve.ceiling).toBeCloseTo(1, 9);
      const results = responseWhy({ rule: 'x', unit: 'count' }, why, amount(spend), one);
      expect(results.value / responseAt(curve, spend)).toBeCloseTo(1, 9);
      const next = marginalWhy({ rule: 'y', unit: 'count' }, why, amount(spend), stored('u', 'u', 1, 'count'));
      expect(next.value).toBeCloseTo(marginalAt(curve, spend), 9);
      for (const each of [results, next]) {
        expect(evaluate(each)).toBe(each.value);
        expect(misstated(each)).toEqual([]);
      }
    }),
  );
});

it('a proposed spend is where its curve returns the price, within its bounds and a unit of rounding', () => {
  const curve = (ceiling: number, rate: number) => ({ kind: 'exponential' as const, ceiling, rate });
  const [rich, poor] = [curve(400, 1 / 6000), curve(40, 1 / 2000)];
  const found = allocate(
    [
      { curve: rich, low: 0, high: 30_000 },
      { curve: poor, low: 0, high: 30_000 },
    ],
    12_000,
  );
  if (found.status !== 'ok') throw new Error(found.status);
  for (const [at, { ceiling, rate }] of [rich, poor].entries()) {
    const why = proposedWhy(
      { rule: 'p', unit: 'money' },
      {
        ceiling: derive('sum', { rule: 'c', unit: 'count' }, [stored('c', 'c', ceiling, 'count')]),
        rate: stored('r', 'r', rate, 'ratio'),
      },
      {
        price: stored('p', 'p', found.marginal, 'ratio'),
        low: amount(0),
        high: amount(30_000),
        rounding: (whole) => stored('r', 'r', (found.spend[at] as number) - whole, 'money'),
      },
    );
    expect(why.value).toBe(found.spend[at]);
    expect(Math.abs(why.args[1]?.value ?? 9)).toBeLessThanOrEqual(1);
  }
  expect(() =>
    proposedWhy(
      { rule: 'p', unit: 'money' },
      { ceiling: amount(1), rate: stored('r', 'r', 1, 'ratio') },
      { price: stored('p', 'p', 0, 'ratio'), low: amount(0), high: amount(1), rounding: () => one },
    ),
  ).toThrow(RangeError);
});
