import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockSum } from './block.ts';
import { decompose } from './decompose.ts';
import { proRataWeights } from './pro-rata-weights.ts';

const even = new Array<number>(12).fill(1);
const joinsInJuly = new Map([['new', [0, 0, 0, 0, 0, 0, 0.25, 0.5, 0.75, 1, 1, 1]]]);
const pair = [
  { id: 'new', weight: 1 },
  { id: 'old', weight: 1 },
];

describe('a target by the part of the year that people serve (T1)', () => {
  it('gives a joiner of July with a ramp 27.27 % of a two-person total, and nothing before July', () => {
    const persons = proRataWeights(pair, even, joinsInJuly);
    const made = decompose({
      total: 1_000_000,
      persons,
      lines: [{ id: 'l', weight: 1 }],
      monthShares: even,
      seed: { personMonths: joinsInJuly },
    });
    if (made.status !== 'ok') throw new Error(made.status);
    expect(blockSum(made.plan, { persons: ['new'] })).toBe(272_727);
    expect(blockSum(made.plan, { persons: ['new'], months: [0, 1, 2, 3, 4, 5] })).toBe(0);
  });

  it('leaves those alone who serve all of it, and refuses parts that are no numbers', () => {
    expect(proRataWeights(pair, even, new Map())).toEqual(pair);
    expect(() => proRataWeights(pair, even, new Map([['new', [1]]]))).toThrow(/one number/);
    expect(() => proRataWeights(pair, new Array<number>(12).fill(0), new Map())).toThrow(/season/);
  });

  it('by law is the same whatever the season is scaled by', () => {
    const share = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(share, (shares) => {
        const [once, twice] = [shares, shares.map((one) => one * 2)].map((by) => proRataWeights(pair, by, joinsInJuly));
        expect(once?.[0]?.weight).toBeCloseTo(twice?.[0]?.weight ?? -1, 12);
      }),
    );
  });
});
