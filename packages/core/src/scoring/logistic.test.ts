import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isotonic, platt } from './calibrate.ts';
import { fitLogistic, logitOf, probabilityOf } from './logistic.ts';
import { brier } from './quality.ts';

const hours = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5];
const passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];
const column = (values: readonly number[]) => values.map((value) => [value]);

describe('a logistic curve', () => {
  it('through hours of study and exams passed is the published one', () => {
    const found = fitLogistic(column(hours), passed);
    if (found.status !== 'ok') throw new Error(found.status);
    expect(found.intercept).toBeCloseTo(-4.07771343, 7);
    expect(found.slopes[0]).toBeCloseTo(1.50464543, 7);
    expect(found.logLikelihood).toBeCloseTo(-8.02987846, 7);
    const chances = hours.map((hour) => probabilityOf(found.intercept + (found.slopes[0] as number) * hour));
    expect(brier(chances, passed)).toBeCloseTo(0.13668401, 7);
    const at = [1, 2, 3, 4, 5].map((hour) => probabilityOf(found.intercept + (found.slopes[0] as number) * hour));
    expect(at.map((p) => Math.round(p * 100))).toEqual([7, 26, 61, 87, 97]);
  });

  it('is not drawn where one side always succeeds, and stays finite there with a ridge', () => {
    const rows = column([1, 2, 3, 4]);
    expect(fitLogistic(rows, [0, 0, 1, 1])).toEqual({ status: 'separated' });
    const held = fitLogistic(rows, [0, 0, 1, 1], 1);
    expect(held.status === 'ok' && held.slopes.every((slope) => slope > 0 && slope < 5)).toBe(true);
    expect(fitLogistic(rows, [1, 1, 1, 1])).toEqual({ status: 'insufficientData' });
  });

  it('has the rate of all as its mean, and slopes that shrink with the ridge', () => {
    const cases = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0, 1)), {
      minLength: 12,
      maxLength: 40,
    });
    fc.assert(
      fc.property(cases, (drawn) => {
        const outcomes = drawn.map(([, outcome]) => outcome);
        const won = outcomes.filter((outcome) => outcome === 1).length;
        fc.pre(won > 0 && won < outcomes.length);
        const rows = column(drawn.map(([x]) => x));
        const [little, much] = [fitLogistic(rows, outcomes, 0.5), fitLogistic(rows, outcomes, 50)];
        if (little.status !== 'ok' || much.status !== 'ok') throw new Error('A ridge makes every case finite.');
        const mean =
          rows.reduce((sum, [x = 0]) => sum + probabilityOf(little.intercept + (little.slopes[0] as number) * x), 0) /
          rows.length;
        expect(mean).toBeCloseTo(won / outcomes.length, 6);
        expect(Math.abs(much.slopes[0] as number)).toBeLessThanOrEqual(Math.abs(little.slopes[0] as number) + 1e-9);
      }),
    );
  });

  it('refuses outcomes that are none, rows of unequal lengths and a ridge below zero', () => {
    expect(() => fitLogistic([[1]], [2])).toThrow(RangeError);
    expect(() => fitLogistic([[1], [1, 2]], [0, 1])).toThrow(RangeError);
    expect(() => fitLogistic([[1], [2]], [0, 1], -1)).toThrow(RangeError);
    expect(() => fitLogistic([[1]], [0, 1])).toThrow(RangeError);
  });
});

describe('a line that never falls', () => {
  it('through the example of R is the published one', () => {
    expect(isotonic([1, 0, 4, 3, 3, 5, 4, 2, 0])).toEqual([0.5, 0.5, 3, 3, 3, 3, 3, 3, 3]);
  });

  it('rises, keeps the sum, and is itself when drawn again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 30 }), (values) => {
        const line = isotonic(values);
        for (const [at, value] of line.entries()) expect(value).toBeGreaterThanOrEqual(line[at - 1] ?? value);
        expect(line.reduce((sum, value) => sum + value, 0)).toBeCloseTo(
          values.reduce((sum, value) => sum + value, 0),
          9,
        );
        for (const [at, value] of isotonic(line).entries()) expect(value).toBeCloseTo(line[at] as number, 12);
      }),
    );
  });
});

describe('a line through log-odds', () => {
  it('brings chances that are too bold back, and leaves true ones nearly alone', () => {
    const true_ = Array.from({ length: 2000 }, (_, at) => ((at % 19) + 0.5) / 20);
    // Of every twenty with the same chance so many succeed as it says.
    const outcomes = true_.map((chance, at) => (((at * 7919) % 2000) / 2000 < chance ? 1 : 0));
    const bold = true_.map((chance) => probabilityOf(2 * logitOf(chance)));
    expect(platt(bold, outcomes).slope).toBeCloseTo(0.5, 1);
    expect(platt(true_, outcomes).slope).toBeCloseTo(1, 1);
  });
});
