import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { forecastRevenue } from './forecast-revenue.ts';
import type { DaySale } from './sales-history.ts';
import { shiftMonths } from './sales-history.ts';

const start = toDay('2022-01-01');
const days = (count: number, amountOf: (day: number) => number): DaySale[] =>
  Array.from({ length: count }, (_, at) => ({ day: start + at, amount: amountOf(at) }));

/** Numbers from 0 to 1 that are the same in every run (Park & Miller 1988). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function ask(sales: readonly DaySale[], asOf: number, horizon = 90) {
  const said = forecastRevenue({ sales, asOf, horizon });
  if (said.status !== 'ok') throw new Error('There are sales.');
  return said;
}

describe('what will be sold', () => {
  it('of a steady business is what was sold, and the interval closes around it', () => {
    const said = ask(
      days(600, () => 100),
      start + 599,
    );
    expect(said.forecast).toBeCloseTo(9000, -2);
    expect(said.calibration).toEqual({ kind: 'calibrated', origins: 16 });
    expect(said.low).toBeGreaterThan(8500);
    expect(said.high).toBeLessThan(9500);
    expect(said.wape).toBeLessThan(0.05);
  });

  it('of a business with a season is found by the methods that know one', () => {
    const season = (at: number): number => 1000 * (1 + 0.8 * Math.sin((2 * Math.PI * at) / 365.25));
    const said = ask(days(1460, season), start + 1459);
    const actual = Array.from({ length: 90 }, (_, at) => season(1460 + at)).reduce((sum, one) => sum + one, 0);
    expect(['year-ago', 'holt-winters', 'seasonal-share']).toContain(said.method);
    expect(Math.abs(said.forecast / actual - 1)).toBeLessThan(0.1);
    expect(said.candidates.find(({ name }) => name === 'last-window')?.wape).toBeGreaterThan(0.3);
  });

  it('by those who invoice on the last day of a month is counted in months', () => {
    const bills = days(800, (at) => (shiftMonths(start - 1, Math.round(at / 30.4)) === start + at ? 3000 : 0));
    const asOf = shiftMonths(start - 1, 25);
    const said = ask(bills, asOf, 45);
    expect(said.forecast).toBeGreaterThan(2500);
    expect(said.forecast).toBeLessThan(3600);
  });

  it('after a few weeks is the rate so far, with an interval that nobody has verified', () => {
    const said = ask(
      days(40, () => 100),
      start + 39,
    );
    expect(said.forecast).toBeCloseTo(9000, -3);
    expect(said.calibration).toEqual({ kind: 'unverified', origins: 0 });
    expect([said.track, said.coverage, said.wape]).toEqual([[], null, null]);
  });

  it('is unknown where nothing was ever sold', () => {
    expect(forecastRevenue({ sales: [], asOf: start, horizon: 30 })).toEqual({ status: 'noSales' });
    expect(forecastRevenue({ sales: days(9, () => 5), asOf: start - 1, horizon: 30 })).toEqual({ status: 'noSales' });
  });

  it('does not follow one big sale: the windows before it know better', () => {
    const roll = dice(5);
    const sales = days(720, (at) => (at === 700 ? 200_000 : roll() < 0.4 ? 250 : 0));
    expect(ask(sales, start + 719).forecast).toBeLessThan(60_000);
  });

  it('with returns above sales is none, and its interval stays in order', () => {
    const said = ask(
      days(500, (at) => (at % 3 === 0 ? -80 : 30)),
      start + 499,
    );
    expect(said.forecast).toBe(0);
    expect(said.low).toBe(0);
    expect(said.high).toBeGreaterThanOrEqual(0);
  });

  it('refuses a horizon that is none', () => {
    expect(() => forecastRevenue({ sales: [], asOf: start, horizon: 0 })).toThrow(RangeError);
    expect(() => forecastRevenue({ sales: [], asOf: start, horizon: 1.5 })).toThrow(RangeError);
    expect(() => forecastRevenue({ sales: [{ day: start, amount: Number.NaN }], asOf: start, horizon: 9 })).toThrow(
      RangeError,
    );
  });

  const someSales = fc.array(
    fc.record({ day: fc.integer({ min: 0, max: 500 }), amount: fc.integer({ min: -500, max: 9000 }) }),
    { minLength: 5, maxLength: 120 },
  );

  it('by law does not look at what comes later, nor at the order of what came', () => {
    fc.assert(
      fc.property(someSales, fc.integer({ min: 30, max: 120 }), (some, horizon) => {
        const sales = some.map(({ day, amount }) => ({ day: start + day, amount }));
        const asOf = start + 400;
        const then = forecastRevenue({ sales: sales.filter(({ day }) => day <= asOf), asOf, horizon });
        expect(forecastRevenue({ sales: sales.toReversed(), asOf, horizon })).toEqual(then);
      }),
      { numRuns: 50 },
    );
  });

  it('by law is finite, within its interval, and at least nothing', () => {
    fc.assert(
      fc.property(someSales, fc.integer({ min: 1, max: 365 }), (some, horizon) => {
        const sales = some.map(({ day, amount }) => ({ day: start + day, amount }));
        const said = forecastRevenue({ sales, asOf: start + 450, horizon });
        if (said.status !== 'ok') return;
        for (const one of [said, ...said.track]) {
          expect(Number.isFinite(one.low + one.forecast + one.high)).toBe(true);
          expect(one.low).toBeGreaterThanOrEqual(0);
          expect(one.low).toBeLessThanOrEqual(one.forecast + 1e-6);
          expect(one.high).toBeGreaterThanOrEqual(one.forecast - 1e-6);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('holds four times in five, over many businesses of many kinds', () => {
    const roll = dice(11);
    const kinds: ((at: number) => number)[] = [
      () => (roll() < 0.3 ? 100 * Math.exp(roll() * 2) : 0),
      (at) => (roll() < 0.4 ? 100 * Math.exp(at / 500 + roll()) : 0),
      (at) => (roll() < 0.4 ? 100 * (1 + 0.7 * Math.sin((2 * Math.PI * at) / 365)) * Math.exp(roll()) : 0),
      (at) => (roll() < 0.4 ? (at > 500 ? 40 : 100) * Math.exp(roll()) : 0),
    ];
    let [held, origins] = [0, 0];
    for (const kind of kinds)
      for (let business = 0; business < 3; business += 1) {
        const sales = days(900, kind);
        for (let month = 4; month <= 28; month += 1) {
          const asOf = shiftMonths(start - 1, month);
          const { low, high } = ask(sales, asOf, 30);
          const came = sales
            .filter(({ day }) => day > asOf && day <= asOf + 30)
            .reduce((sum, { amount }) => sum + amount, 0);
          origins += 1;
          if (came >= low && came <= high) held += 1;
        }
      }
    const deviation = Math.sqrt((0.8 * 0.2) / origins);
    expect(Math.abs(held / origins - 0.8)).toBeLessThan(3 * deviation);
  });
});
