import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive, stored } from '../explain/derive.ts';
import { evaluate, isConstant } from '../explain/why.ts';
import { type SharedSources, sharedFace, whySharedPart } from './shared-face.ts';

const sumOf = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);
const sources = (months: readonly number[]): SharedSources => ({
  month: (month) =>
    derive('sum', { rule: 'targets.month-cells', unit: 'money' }, [
      stored('target-cell', `${month}`, months[month] ?? 0, 'money'),
    ]),
  weight: (part, value) => stored('target-weight', `${part}`, value, 'ratio'),
  rounding: (part, month, value) => stored('target-rounding', `${part}:${month}`, value, 'money'),
});
const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 });
const months = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 12, maxLength: 12 });

describe('another face of the months: regions, products of a line (T1)', () => {
  it('shares 1,000,000.00 over two regions 2 : 1 to the cent, in every month', () => {
    const year = new Array<number>(12).fill(8_333_333).map((month, place) => month + (place < 4 ? 1 : 0));
    const face = sharedFace([2, 1], year);
    expect([sumOf(face.slice(0, 12)), sumOf(face.slice(12))]).toEqual([66_666_667, 33_333_333]);
    for (const [month, total] of year.entries()) expect((face[month] ?? 0) + (face[12 + month] ?? 0)).toBe(total);
  });

  it('has no cell without a part', () => {
    expect(sharedFace([], new Array<number>(12).fill(1))).toHaveLength(0);
  });

  it('by law sums by month and by part, and every cell and year opens into what gives it', () => {
    fc.assert(
      fc.property(weights, months, fc.nat(5), fc.nat(11), (parts, year, some, month) => {
        const face = sharedFace(parts, year);
        for (const [m, total] of year.entries())
          expect(sumOf(parts.map((_, part) => face[part * 12 + m] ?? 0))).toBe(total);
        const part = some % parts.length;
        const all = Array.from({ length: 12 }, (_, at) => at);
        for (const at of [all, [month], all.slice(0, 3)]) {
          const why = whySharedPart(parts, year, { part, months: at }, sources(year));
          expect(evaluate(why)).toBe(sumOf(at.map((m) => face[part * 12 + m] ?? 0)));
          expect(isConstant(why)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
