import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record, stored } from '../explain/derive.ts';
import { evaluate, isConstant } from '../explain/why.ts';
import { assignTiers, type Tier, type TierCandidate, type TierCuts, tierScore, tierScoreWhy, tiers } from './tiers.ts';

const byShare: TierCuts = { by: 'share', a: 0.7, b: 0.9 };
const some = (...scores: number[]): TierCandidate[] => scores.map((score, at) => ({ id: `a${at}`, score }));
const letters = (accounts: readonly TierCandidate[], cuts: TierCuts = byShare): string => {
  const given = assignTiers(accounts, cuts);
  return accounts.map(({ id }) => given.get(id)?.tier).join('');
};

describe('tiers by value and potential (rule 3)', () => {
  it('end where the accounts before make 70 and 90 per cent of the score', () => {
    expect(letters(some(40, 30, 15, 5, 5, 5))).toBe('AABBCC');
    expect(letters(some(95, 3, 2))).toBe('ACC');
    expect(letters(some(0, 0))).toBe('CC');
  });

  it('end after fixed counts where the organisation wants so many', () => {
    expect(letters(some(9, 8, 7, 6, 5), { by: 'count', a: 1, b: 3 })).toBe('ABBCC');
  });

  it('change only past the edge by a tenth, or at the second review running', () => {
    // The edge between A and B lies at 30: midway between 40 and 20.
    const review = (score: number, beyond = 0) =>
      assignTiers(
        [{ id: 'x', score, now: 'A', beyond }, ...some(40, 31, 29.5).map((one) => ({ ...one, now: 'A' as Tier }))],
        { by: 'count', a: 3, b: 9 },
      ).get('x');
    expect(review(29)).toMatchObject({ tier: 'A', byScore: 'B', beyond: 1 });
    expect(review(29, 1)).toMatchObject({ tier: 'B', beyond: 0 });
    expect(review(20)).toMatchObject({ tier: 'B', beyond: 0 });
  });

  it('do not flip to and fro when a score wavers about an edge', () => {
    const waver = fc.array(fc.double({ min: 0.96, max: 1.04, noNaN: true }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(waver, (factors) => {
        let now: Tier = 'A';
        let changes = 0;
        let beyond = 0;
        for (const [at, factor] of factors.entries()) {
          const score = at % 2 === 0 ? 100 * Math.min(factor, 0.999) : 100 * Math.max(factor, 1.001);
          const given = assignTiers(
            [
              { id: 'x', score, now, beyond },
              { id: 'y', score: 100, now: 'A' },
              { id: 'z', score: 1, now: 'B' },
            ],
            { by: 'count', a: 1, b: 2 },
          ).get('x');
          if (given?.tier !== now) changes += 1;
          now = given?.tier ?? now;
          beyond = given?.beyond ?? 0;
        }
        expect(changes).toBe(0);
      }),
    );
  });

  it('hold what a person gave, which takes its place from the others', () => {
    const held = some(9, 8, 7, 6).map((one) => (one.id === 'a3' ? { ...one, held: 'A' as const } : one));
    expect(letters(held, { by: 'count', a: 2, b: 3 })).toBe('ABCA');
  });

  it('never give less worth a better tier at a first review, and do not care for the order', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(scores, (all) => {
        const accounts = some(...all);
        const given = assignTiers(accounts, byShare);
        for (const one of accounts)
          for (const other of accounts)
            if (one.score > other.score)
              expect(tiers.indexOf(given.get(one.id)?.tier as Tier)).toBeLessThanOrEqual(
                tiers.indexOf(given.get(other.id)?.tier as Tier),
              );
        expect(new Map([...assignTiers(accounts.toReversed(), byShare)].sort())).toEqual(new Map([...given].sort()));
      }),
    );
  });

  it('are refused for scores and edges that cannot be', () => {
    expect(() => assignTiers(some(-1), byShare)).toThrow(RangeError);
    expect(() => assignTiers(some(1), { by: 'share', a: 0.9, b: 0.7 })).toThrow(RangeError);
    expect(() => assignTiers([...some(1), ...some(2)], byShare)).toThrow(RangeError);
    expect(() => assignTiers(some(1), byShare, { margin: -1, reviews: 2 })).toThrow(RangeError);
  });
});

describe('the score of an account', () => {
  const lambda = stored('tiers', 'lambda', 0.5, 'ratio');

  it('is its expected margin raised by the gap to its potential', () => {
    expect(tierScore(400, 1000, 0.5)).toBe(400 * 1.3);
    expect(tierScore(1200, 1000, 0.5)).toBe(1200);
    expect(tierScore(400, null, 0.5)).toBe(400);
    expect(() => tierScore(400, null, -1)).toThrow(RangeError);
  });

  it('is derived to the same number from its records', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.option(fc.nat(1e9)), (margin, potential) => {
        const leaf = potential === null ? null : record('account', 'x', potential, 'money');
        const why = tierScoreWhy(record('sale', 's', margin, 'money'), leaf, lambda);
        expect(why.value).toBe(tierScore(margin, potential, 0.5));
        expect(evaluate(why)).toBe(why.value);
        expect(isConstant(why)).toBe(false);
      }),
    );
  });
});
