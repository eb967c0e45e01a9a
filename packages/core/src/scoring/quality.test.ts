import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homogeneity } from './homogeneity.ts';
import { countFrequencies, naiveBayes } from './naive-bayes.ts';
import { pointsOf, scorecard } from './points.ts';
import { auc, brier, ece, logLoss, qualityOf, reliability } from './quality.ts';

const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom(0, 1)), {
  minLength: 2,
  maxLength: 60,
});

describe('how good chances were', () => {
  it('is told by distance, by surprise and by order', () => {
    const [chances, outcomes] = [
      [0.9, 0.8, 0.3, 0.2],
      [1, 0, 1, 0],
    ];
    expect(brier(chances, outcomes)).toBeCloseTo((0.01 + 0.64 + 0.49 + 0.04) / 4, 12);
    expect(logLoss(chances, outcomes)).toBeCloseTo(
      -(Math.log(0.9) + Math.log(0.2) + Math.log(0.3) + Math.log(0.8)) / 4,
      12,
    );
    expect(auc(chances, outcomes)).toBe(0.75);
    expect(auc([0.5, 0.5], [0, 1])).toBe(0.5);
    expect(auc([0.5, 0.4], [1, 1])).toBeNull();
    expect(ece([0.05, 0.05, 0.95, 0.95], [0, 0, 1, 1])).toBeCloseTo(0.05, 12);
    expect(qualityOf([0.9, 0.8, 0.3, 0.2, 0.1], [1, 0, 1, 0, 0]).lift).toBe(2.5);
  });

  it('is worst for nobody who gives everybody the rate: its Brier score is the variance', () => {
    fc.assert(
      fc.property(pairs, (drawn) => {
        const outcomes = drawn.map(([, outcome]) => outcome);
        const rate = outcomes.reduce<number>((sum, outcome) => sum + outcome, 0) / outcomes.length;
        expect(
          brier(
            outcomes.map(() => rate),
            outcomes,
          ),
        ).toBeCloseTo(rate * (1 - rate), 12);
      }),
    );
  });

  it('counts every case in one bin, within its interval of the rate', () => {
    fc.assert(
      fc.property(pairs, (drawn) => {
        const [chances, outcomes] = [drawn.map(([percent]) => percent / 100), drawn.map(([, outcome]) => outcome)];
        const bins = reliability(chances, outcomes);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(drawn.length);
        for (const { count, successes, interval, from, to, meanPredicted } of bins) {
          expect(successes / count).toBeGreaterThanOrEqual(interval.low);
          expect(successes / count).toBeLessThanOrEqual(interval.high);
          expect(meanPredicted).toBeGreaterThanOrEqual(from - 1e-9);
          expect(meanPredicted).toBeLessThanOrEqual(to + 1e-9);
        }
        const order = auc(chances, outcomes);
        const turned = auc(
          chances.map((chance) => 1 - chance),
          outcomes,
        );
        expect(order === null ? turned : order + (turned ?? 0)).toBe(order === null ? null : 1);
      }),
    );
  });

  it('is refused for chances outside 0 to 1 and for lists of unequal lengths', () => {
    expect(() => brier([1.1], [1])).toThrow(RangeError);
    expect(() => logLoss([0.5], [])).toThrow(RangeError);
    expect(() => auc([0.5], [0.5])).toThrow(RangeError);
  });
});

describe('the comparison model', () => {
  it('gives the published chances for none, one and two tags', () => {
    const tags = {
      values: new Map([
        ['1', { won: 33.1, lost: 65.1 }],
        ['2', { won: 23.1, lost: 75.1 }],
      ]),
    };
    const chance = (...values: string[]) =>
      Math.round(1e4 * (naiveBayes({ won: 42.1, lost: 105.1, fields: values.map(() => tags) }, values) ?? 0)) / 100;
    expect([chance(), chance('1'), chance('2'), chance('1', '2')]).toEqual([28.6, 33.69, 23.51, 28.05]);
  });

  it('counts values, skips what is empty or was never seen, and knows nothing without cases', () => {
    const counted = countFrequencies([['a'], ['a'], ['b'], [null]], [1, 0, 0, 1]);
    expect(counted.won).toBe(2.1);
    expect(counted.fields[0]?.values.get('a')).toEqual({ won: 1.1, lost: 1.1 });
    expect(naiveBayes(counted, [null])).toBeCloseTo(0.5, 12);
    expect(naiveBayes(counted, ['never'])).toBeCloseTo(0.5, 12);
    expect(naiveBayes({ won: 0, lost: 0, fields: [] }, [])).toBeNull();
  });
});

describe('a scorecard', () => {
  it('of 600 points at 50 to 1, doubling every 20, is the published one', () => {
    const card = scorecard({ pdo: 20, base: 600, odds: 50 });
    expect(card.factor).toBeCloseTo(28.8539008, 7);
    expect(card.offset).toBeCloseTo(487.1228762, 7);
    expect(pointsOf(card, Math.log(100))).toBeCloseTo(620, 9);
    expect(() => scorecard({ pdo: 0, base: 600, odds: 50 })).toThrow(RangeError);
  });
});

describe('rates of a group', () => {
  const member = (id: string, successes: number, trials: number) => ({ id, successes, trials });

  it('that differ no more than chance are not ranked', () => {
    const found = homogeneity([member('c', 66, 100), member('a', 60, 100), member('b', 63, 100)]);
    expect(found.status).toBe('alike');
    expect(found.chi2).toBeCloseTo(0.7722, 3);
    expect(found.df).toBe(2);
    expect(found.members.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('that differ are ranked by what is left when they are drawn together', () => {
    const found = homogeneity([member('a', 20, 100), member('b', 15, 20), member('c', 70, 100), member('d', 50, 100)]);
    expect(found.status).toBe('differ');
    expect(found.members[0]?.rate).toBe(0.75);
    expect(found.members[0]?.drawn).toBeLessThan(0.75);
    expect(found.members.at(-1)?.id).toBe('a');
  });

  it('tell nothing where there are too few, and leave out who has none', () => {
    expect(homogeneity([member('a', 1, 3), member('b', 2, 4)]).status).toBe('insufficientData');
    expect(homogeneity([member('a', 50, 100), member('b', 0, 0)])).toMatchObject({
      status: 'insufficientData',
      p: null,
    });
    expect(homogeneity([]).members).toEqual([]);
  });

  it('do not depend on the order in which they are given', () => {
    const group = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(group, (drawn) => {
        const members = drawn.map(([won, lost], at) => member(`p${at}`, won, won + lost));
        const [one, other] = [homogeneity(members), homogeneity(members.toReversed())];
        expect(other.members).toEqual(one.members);
        expect(other.status).toBe(one.status);
      }),
    );
  });
});
