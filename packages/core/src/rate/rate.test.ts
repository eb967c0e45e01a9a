import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateStatus, successesNeeded } from './rate-status.ts';
import { betaPrior, shrink } from './shrink.ts';
import { type Counted, newcombe, wilson } from './wilson.ts';

const of = (successes: number, trials: number): Counted => ({ successes, trials });
const counted = fc
  .tuple(fc.nat(5000), fc.nat(5000))
  .map(([one, other]) => of(Math.min(one, other), Math.max(one, other)));

describe('the interval of a rate', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is %d to %d (Newcombe 1998)', (successes, trials, low, high) => {
    const interval = wilson(of(successes, trials));
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('of nothing tried is anything', () => {
    expect(wilson(of(0, 0))).toEqual({ low: 0, high: 1 });
  });

  it('holds the rate, stays within 0 and 1, mirrors failures, and grows with the confidence', () => {
    fc.assert(
      fc.property(counted, ({ successes, trials }) => {
        const { low, high } = wilson(of(successes, trials));
        const failures = wilson(of(trials - successes, trials));
        const surer = wilson(of(successes, trials), 0.99);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(failures.low).toBeCloseTo(1 - high, 12);
        expect(surer.high - surer.low).toBeGreaterThanOrEqual(high - low);
        if (trials === 0) return;
        expect(low).toBeLessThanOrEqual(successes / trials);
        expect(high).toBeGreaterThanOrEqual(successes / trials);
      }),
    );
  });

  it('shrinks as the same rate is seen more often', () => {
    fc.assert(
      fc.property(counted, ({ successes, trials }) => {
        fc.pre(trials > 0);
        const [few, many] = [wilson(of(successes, trials)), wilson(of(4 * successes, 4 * trials))];
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it('is refused for counts that contradict each other', () => {
    expect(() => wilson(of(3, 2))).toThrow(RangeError);
    expect(() => wilson(of(-1, 2))).toThrow(RangeError);
    expect(() => wilson(of(0.5, 2))).toThrow(RangeError);
    expect(() => wilson(of(1, 2), 1)).toThrow(RangeError);
  });
});

describe('the difference of two rates', () => {
  it('of 56 in 70 and 48 in 80 is 0.0524 to 0.3339 (Newcombe 1998, method 10)', () => {
    const { low, high } = newcombe(of(56, 70), of(48, 80));
    expect(low).toBeCloseTo(0.05243147240236498, 12);
    expect(high).toBeCloseTo(0.333872654036906, 12);
  });

  it('is the same seen from the other side, and says little while one is untried', () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const [forward, backward] = [newcombe(a, b), newcombe(b, a)];
        expect(forward.low).toBeCloseTo(-backward.high, 12);
        expect(forward.low).toBeGreaterThanOrEqual(-1);
        expect(forward.high).toBeLessThanOrEqual(1);
      }),
    );
    expect(newcombe(of(0, 0), of(0, 0))).toEqual({ low: -1, high: 1 });
  });
});

describe('a rate drawn towards its peers', () => {
  const batting = { a: 78.661, b: 224.875 };

  it.each([
    [4, 10, 0.26364117677],
    [300, 1000, 0.29048756613],
    [3771, 12364, 0.30389974814],
  ])('of %i in %i is %d (Robinson 2015)', (successes, trials, rate) => {
    expect(shrink(of(successes, trials), batting)).toBeCloseTo(rate, 10);
  });

  it('lies between the own rate and that of the peers', () => {
    fc.assert(
      fc.property(counted, ({ successes, trials }) => {
        fc.pre(trials > 0);
        const [own, peers] = [successes / trials, batting.a / (batting.a + batting.b)];
        const drawn = shrink(of(successes, trials), batting);
        expect(drawn).toBeGreaterThanOrEqual(Math.min(own, peers) - 1e-12);
        expect(drawn).toBeLessThanOrEqual(Math.max(own, peers) + 1e-12);
      }),
    );
  });

  it('needs a prior above zero', () => {
    expect(() => shrink(of(1, 2), { a: 0, b: 1 })).toThrow(RangeError);
  });
});

describe('what a team tells about one of its members', () => {
  it('weighs little when the members differ much, and as much as all their trials when they do not', () => {
    const differing = betaPrior([of(90, 100), of(50, 100), of(10, 100)]);
    const alike = betaPrior([of(30, 100), of(31, 100), of(29, 100)]);
    expect(differing.status === 'ok' && differing.prior.a + differing.prior.b).toBeLessThan(5);
    expect(alike.status === 'ok' && alike.prior.a + alike.prior.b).toBeCloseTo(300, 9);
  });

  it('is recovered from a group that was built with it', () => {
    // Members of 400 trials whose rates have mean 0.3 and spread √(0.3·0.7/41): the beta with a + b = 40.
    const spread = Math.sqrt((0.3 * 0.7) / 41 + (0.3 * 0.7 * (1 - 1 / 41)) / 400);
    const members = [-1, 1].flatMap((side) =>
      Array.from({ length: 50 }, () => of(Math.round(400 * (0.3 + side * spread)), 400)),
    );
    const found = betaPrior(members);
    expect(found.status).toBe('ok');
    if (found.status === 'ok') expect(Math.abs(found.prior.a + found.prior.b - 40)).toBeLessThan(1);
  });

  it('has the pooled rate as its mean', () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 8 }), (groups) => {
        const found = betaPrior(groups);
        if (found.status !== 'ok') return;
        const pooled =
          groups.reduce((sum, each) => sum + each.successes, 0) / groups.reduce((sum, each) => sum + each.trials, 0);
        expect(found.prior.a / (found.prior.a + found.prior.b)).toBeCloseTo(pooled, 12);
        expect(found.prior.a).toBeGreaterThan(0);
      }),
    );
  });

  it('is nothing for one member, for no success and for no failure', () => {
    const nothing = { status: 'insufficientData' };
    expect(betaPrior([of(5, 10), of(0, 0)])).toEqual(nothing);
    expect(betaPrior([of(0, 10), of(0, 20)])).toEqual(nothing);
    expect(betaPrior([of(10, 10), of(20, 20)])).toEqual(nothing);
  });

  it('is nothing when each was tried once, or when some always and the others never succeed', () => {
    const nothing = { status: 'insufficientData' };
    expect(betaPrior([of(1, 1), of(0, 1), of(1, 1)])).toEqual(nothing);
    expect(betaPrior([of(100, 100), of(0, 100)])).toEqual(nothing);
  });
});

describe('whether a rate met its target', () => {
  it('is open until the counts tell', () => {
    expect(rateStatus(of(0, 0), 0.3)).toBe('open');
    expect(rateStatus(of(35, 100), 0.3)).toBe('open');
    expect(rateStatus(of(350, 1000), 0.3)).toBe('met');
    expect(rateStatus(of(250, 1000), 0.3)).toBe('missed');
    expect(() => rateStatus(of(1, 2), 1.2)).toThrow(RangeError);
  });

  it('needs 8 successes in a row from 25 of 100 to 30 percent', () => {
    expect(successesNeeded(of(25, 100), 0.3)).toBe(8);
    expect(successesNeeded(of(30, 100), 0.3)).toBe(0);
    expect(successesNeeded(of(0, 0), 0.9)).toBe(0);
    expect(successesNeeded(of(4, 5), 1)).toBeNull();
    expect(successesNeeded(of(5, 5), 1)).toBe(0);
  });

  it('needs exactly the successes that reach it, not one more', () => {
    fc.assert(
      fc.property(counted, fc.integer({ min: 1, max: 99 }), ({ successes, trials }, percent) => {
        const target = percent / 100;
        const more = successesNeeded(of(successes, trials), target) ?? Number.NaN;
        const reaches = (count: number): boolean => successes + count >= target * (trials + count);
        expect(reaches(more)).toBe(true);
        if (more > 0) expect(reaches(more - 1)).toBe(false);
      }),
    );
  });
});
