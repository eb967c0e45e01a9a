import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hyp2f1 } from '../special/hypergeometric.ts';
import { fitRhythm } from './fit-rhythm.ts';
import { fitRenewals, renewalRate, surviving } from './renewal.ts';
import { expectedOfNew, expectedPurchases, type Purchases, pAlive, type Rhythm } from './rhythm.ts';
import { silenceOf } from './silence.ts';

const published: Rhythm = { kind: 'bgnbd', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const modified: Rhythm = { kind: 'mbgnbd', r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };
const bought = (repeats: number, recency: number, age: number): Purchases => ({ repeats, recency, age });

describe('the hypergeometric function', () => {
  it.each([
    // ₂F₁(1, 1; 2; z) = −ln(1 − z) ÷ z, ₂F₁(a, b; b; z) = (1 − z)^−a, ₂F₁(½, ½; 3⁄2; z²) = asin(z) ÷ z
    [1, 1, 2, 0.5, -Math.log(0.5) / 0.5],
    [2.5, 3, 3, 0.9, 0.1 ** -2.5],
    [0.5, 0.5, 1.5, 0.81, Math.asin(0.9) / 0.9],
    [3, 4, 5, 0, 1],
  ])('₂F₁(%d, %d; %d; %d)', (a, b, c, z, expected) => {
    expect(hyp2f1(a, b, c, z) / expected).toBeCloseTo(1, 10);
  });

  it('is refused where the series has no end', () => {
    expect(() => hyp2f1(1, 1, 2, 1)).toThrow(RangeError);
    expect(() => hyp2f1(1, 1, -1, 0.5)).toThrow(RangeError);
  });
});

describe('R1 whether a customer is still there', () => {
  it('is as published', () => {
    expect(expectedPurchases(published, bought(2, 30.43, 38.86), 39)).toBeCloseTo(1.226028, 5);
    expect(pAlive(published, bought(2, 30.43, 38.86))).toBeCloseTo(0.72657857, 8);
    expect(pAlive(published, bought(4, 10, 38.86))).toBeCloseTo(0.06057325, 8);
    const path = [0.1429, 1, 3, 31.8571, 32, 78].map((weeks) => expectedOfNew(published, weeks));
    [0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576].forEach((value, at) => {
      expect(Math.abs((path[at] ?? 0) - value)).toBeLessThan(0.003);
    });
  });

  it('takes one purchase for a proof of nothing, unlike the older model', () => {
    expect(pAlive(published, bought(0, 0, 38.86))).toBe(1);
    expect(pAlive(modified, bought(0, 0, 38.86))).toBeCloseTo(0.3897350809, 9);
    expect(pAlive(modified, bought(2, 30.43, 38.86))).toBeCloseTo(0.7062022651, 9);
    expect(pAlive(modified, bought(4, 10, 38.86))).toBeCloseTo(0.0577922918, 9);
  });

  it('falls with silence, does not hang on the unit of time, and lies between 0 and 1', () => {
    const anyHistory = fc
      .tuple(
        fc.integer({ min: 0, max: 30 }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
      )
      .map(([repeats, recency, silence]) =>
        bought(repeats, repeats === 0 ? 0 : recency, (repeats === 0 ? 0 : recency) + silence),
      );
    fc.assert(
      fc.property(
        anyHistory,
        fc.constantFrom(published, modified),
        fc.integer({ min: 2, max: 9 }),
        (one, rhythm, times) => {
          const own = pAlive(rhythm, one);
          expect(own).toBeGreaterThanOrEqual(0);
          expect(own).toBeLessThanOrEqual(1);
          expect(pAlive(rhythm, { ...one, age: one.age + 5 })).toBeLessThanOrEqual(own + 1e-12);
          const slower = { ...rhythm, alpha: rhythm.alpha * times };
          expect(pAlive(slower, bought(one.repeats, one.recency * times, one.age * times))).toBeCloseTo(own, 9);
          const soon = expectedPurchases(rhythm, one, 4);
          expect(soon).toBeGreaterThanOrEqual(-1e-9);
          expect(expectedPurchases(rhythm, one, 8)).toBeGreaterThanOrEqual(soon - 1e-9);
        },
      ),
    );
  });

  it('has no gap where the formula divides by nothing', () => {
    const at = (a: number) => expectedPurchases({ ...published, a }, bought(3, 20, 30), 13);
    expect(at(1)).toBeCloseTo((at(0.999) + at(1.001)) / 2, 5);
  });

  it.each([
    ['a purchase after the last look', bought(1, 5, 4)],
    ['a recency without a repeat', bought(0, 3, 4)],
    ['half a purchase', bought(0.5, 1, 4)],
  ])('refuses %s', (_, one) => {
    expect(() => pAlive(published, one)).toThrow(RangeError);
  });
});

describe('R1 the rhythm that is learnt', () => {
  function dice(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state + 0.5) / 2 ** 32;
    };
  }
  /** Gamma with a whole shape, and beta with whole parts, as sums of exponentials. */
  const gamma = (next: () => number, shape: number): number =>
    Array.from({ length: shape }, () => -Math.log(next())).reduce((sum, one) => sum + one, 0);
  function simulated(count: number, dropOut: 'some' | 'none'): Purchases[] {
    const next = dice(20_260_102);
    return Array.from({ length: count }, () => {
      const rate = gamma(next, 2) / 10;
      const [a, b] = [gamma(next, 1), gamma(next, 3)];
      const leave = dropOut === 'none' ? 0 : a / (a + b);
      let [time, repeats, recency] = [0, 0, 0];
      while (next() >= leave) {
        time -= Math.log(next()) / rate;
        if (time > 50) break;
        repeats += 1;
        recency = time;
      }
      return bought(repeats, recency, 50);
    });
  }

  it('comes back from customers who follow one', () => {
    const fitted = fitRhythm(simulated(3000, 'some'));
    if (fitted.status !== 'ok' || fitted.rhythm.kind === 'nbd') throw new Error('drop-out is there to be found');
    const { r, alpha, a, b } = fitted.rhythm;
    expect(fitted.degenerate).toBeNull();
    expect(Math.abs(r / alpha / 0.2 - 1)).toBeLessThan(0.15);
    expect(Math.abs(a / (a + b) / 0.25 - 1)).toBeLessThan(0.15);
  });

  it('says when nobody drops out, and stands on a simpler one then', () => {
    const fitted = fitRhythm(simulated(400, 'none'));
    expect(fitted).toMatchObject({ status: 'ok', degenerate: 'no-drop-out', rhythm: { kind: 'nbd' } });
  });

  it('learns nothing from few', () => {
    expect(fitRhythm(simulated(99, 'some'))).toEqual({ status: 'insufficientData', customers: 99, least: 100 });
  });
});

describe('R1 contracts that are renewed', () => {
  const cohorts = {
    highEnd: [1000, 869, 743, 653, 593, 551, 517, 491],
    regular: [1000, 631, 468, 382, 326, 289, 262, 241],
  };

  it('follow the model of the published cohorts', () => {
    expect(fitRenewals(cohorts.highEnd)).toMatchObject({
      alpha: expect.closeTo(0.668, 3),
      beta: expect.closeTo(3.806, 3),
    });
    expect(fitRenewals(cohorts.highEnd).lnLikelihood).toBeCloseTo(-1611.158147, 5);
    expect(fitRenewals(cohorts.regular)).toMatchObject({
      alpha: expect.closeTo(0.704, 3),
      beta: expect.closeTo(1.182, 3),
    });
    expect(surviving(fitRenewals(cohorts.highEnd), 12)).toBeCloseTo(0.378, 3);
  });

  it('are renewed ever more surely by those who stay', () => {
    const model = fitRenewals(cohorts.regular);
    expect(surviving(model, 0)).toBe(1);
    for (let renewal = 1; renewal < 20; renewal += 1) {
      expect(renewalRate(model, renewal + 1)).toBeGreaterThan(renewalRate(model, renewal));
      expect(surviving(model, renewal)).toBeCloseTo(surviving(model, renewal - 1) * renewalRate(model, renewal), 10);
    }
    expect(() => fitRenewals([10, 12])).toThrow(RangeError);
  });
});

describe('R1 a silence against the own rhythm', () => {
  it('is told in own words', () => {
    const silence = silenceOf([0, 21, 40, 62, 83], 147);
    expect(silence).toMatchObject({ gaps: 4, medianGap: 21, silentDays: 64 });
    expect(silence?.ratio).toBeCloseTo(64 / 21, 12);
    expect(silence?.chance).toBeLessThan(0.05);
    expect(silenceOf([0], 100)).toBeNull();
    expect(() => silenceOf([5, 5], 10)).toThrow(RangeError);
  });

  it('becomes less likely the longer it lasts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 12 }),
        fc.nat(200),
        (gaps, silent) => {
          const days = [0];
          for (const gap of gaps) days.push((days.at(-1) ?? 0) + gap);
          const chanceAfter = (more: number): number => silenceOf(days, (days.at(-1) ?? 0) + more)?.chance ?? -1;
          expect(chanceAfter(silent + 10)).toBeLessThanOrEqual(chanceAfter(silent));
          expect(chanceAfter(0)).toBe(1);
        },
      ),
    );
  });
});
