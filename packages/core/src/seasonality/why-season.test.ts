import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive, stored } from '../explain/derive.ts';
import { evaluate, misstated, type Why } from '../explain/why.ts';
import { monthShares } from './month-shares.ts';
import { whyGone, whyShares, whyYear } from './why-season.ts';

const money = (value: number) => stored('fact', `${value}`, value, 'money');
const leavesOf = (
  history: readonly (readonly number[])[],
  { prior, priorYears, yearDecay }: { prior: readonly number[]; priorYears: number; yearDecay: number },
) => ({
  years: history.map((months, at) => ({ label: `${at}`, months: months.map(money) })),
  prior: prior.map((days) => stored('calendar', `${days}`, days, 'days')),
  priorYears: stored('seasonality', 'prior-years', priorYears, 'count'),
  yearDecay: stored('seasonality', 'year-decay', yearDecay, 'ratio'),
});

describe('the derivation of a season', () => {
  const amounts = fc.array(fc.integer({ min: -1000, max: 1e9 }), { minLength: 12, maxLength: 12 });
  const learning = fc.record({
    prior: fc.array(fc.integer({ min: 1, max: 23 }), { minLength: 12, maxLength: 12 }),
    priorYears: fc.constantFrom(0, 0.5, 1, 3),
    yearDecay: fc.constantFrom(0, 0.5, 0.7, 1),
  });

  it('by law gives the shares that plans are made with, and recomputes from its leaves', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 4 }), learning, (history, how) => {
        const whys = whyShares(leavesOf(history, how));
        const isKnown = how.priorYears > 0 || history.some((year) => year.some((amount) => amount > 0));
        if (!isKnown || whys === null) return;
        const shares = monthShares(history, how);
        whys.forEach((why, month) => {
          expect(why.value).toBeCloseTo(shares[month] ?? Number.NaN, 12);
          expect(evaluate(why)).toBe(why.value);
          expect(misstated(why)).toEqual([]);
        });
      }),
    );
  });

  it('is not known without a prior and without a year that sold anything', () => {
    expect(whyShares(leavesOf([new Array(12).fill(0)], { prior: [1, 1], priorYears: 0, yearDecay: 0.7 }))).toBeNull();
  });
});

describe('a year projected from what is gone of it', () => {
  const even = new Array(12)
    .fill(0)
    .map((_, month) =>
      derive('quotient', { rule: 'seasonality.share', unit: 'ratio' }, [
        stored('calendar', `${month}`, 1, 'count'),
        stored('calendar', 'months', 12, 'count'),
      ]),
    );
  const actual = derive('sum', { rule: 'pacing.actual', unit: 'money' }, [money(241_155_885)]);

  it('after one month of twelve is twelve times as much, and in the middle of the second less', () => {
    const one = whyGone(even, 1, null) as Why;
    expect(whyYear(actual, one).value).toBe(2_893_870_620);
    const half = { done: stored('calendar', 'd', 10, 'days'), whole: stored('calendar', 'w', 20, 'days') };
    const later = whyGone(even, 1, half) as Why;
    expect(later.value).toBeCloseTo(1.5 / 12, 12);
    expect(whyYear(actual, later).value).toBe(1_929_247_080);
    expect(evaluate(whyYear(actual, later))).toBe(1_929_247_080);
  });

  it('is not known before anything is over', () => {
    expect(whyGone(even, 0, null)).toBeNull();
    const none = { done: stored('calendar', 'd', 0, 'days'), whole: stored('calendar', 'w', 20, 'days') };
    expect(whyGone(even, 0, none)).toBeNull();
  });
});
