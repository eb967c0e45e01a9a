import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDays } from './plan-days.ts';
import { planVisits, type VisitPromise } from './plan-visits.ts';

const weeks = (count: number) => Array.from({ length: count }, () => ({ capacity: 40 }));
const portfolio = (a: number, b: number, c: number): VisitPromise[] =>
  (
    [
      ['A', a, 13],
      ['B', b, 6],
      ['C', c, 1],
    ] as const
  ).flatMap(([tier, count, visits]) =>
    Array.from({ length: count }, (_, at) => ({ id: `${tier}${at}`, visits, hours: 1 })),
  );
const spread = (load: readonly number[]) => Math.max(...load) - Math.min(...load);

describe('visits over thirteen weeks (rule 3)', () => {
  it('of 4 A, 7 B and 13 C are 107, eight or nine a week', () => {
    const { load } = planVisits(portfolio(4, 7, 13), weeks(13));
    expect(load.reduce((sum, one) => sum + one, 0)).toBe(107);
    expect(load.toSorted((a, b) => b - a)).toEqual([9, 9, 9, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8]);
  });

  it('are all made, at even distances, and differ by one a week at most', () => {
    const counts = fc.tuple(fc.nat(6), fc.nat(15), fc.nat(40));
    fc.assert(
      fc.property(counts, ([a, b, c]) => {
        const promises = portfolio(a, b, c);
        const { weeks: laid, load } = planVisits(promises, weeks(13));
        expect(load.reduce((sum, one) => sum + one, 0)).toBe(13 * a + 6 * b + c);
        expect(spread(load)).toBeLessThanOrEqual(1);
        for (const { id, visits } of promises) {
          const own = laid.get(id) ?? [];
          const gaps = own.map((week, at) => (own[at + 1] ?? (own[0] as number) + 13) - week);
          for (const gap of gaps) expect([Math.floor(13 / visits), Math.ceil(13 / visits)]).toContain(gap);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('follow the hours: a week of leave gets none, half a week half as many', () => {
    const horizon = weeks(13).map((week, at) => (at === 3 ? { capacity: 0 } : at === 7 ? { capacity: 20 } : week));
    const { load, weeks: laid, away } = planVisits(portfolio(0, 0, 46), horizon);
    expect(load[3]).toBe(0);
    expect(load[7]).toBe(2);
    expect(load.filter((_, at) => at !== 3 && at !== 7)).toEqual(new Array(11).fill(4));
    expect([...laid.values()].every((own) => own.length === 1)).toBe(true);
    expect(away.size).toBe(0);
    const week = { id: 'x', visits: 1, hours: 1, first: 3, last: 3 };
    expect(planVisits([week], horizon).away).toEqual(new Map([['x', 1]]));
  });

  it('stay within their window, and beside what is done or fixed', () => {
    const done = { id: 'b', visits: 1, hours: 1, first: 4, last: 7, taken: [4] };
    const { weeks: laid } = planVisits([done], weeks(13));
    expect(laid.get('b')?.[0]).toBeGreaterThanOrEqual(6);
    const taken = weeks(4).map((week, at) => (at < 3 ? { ...week, taken: 8 } : week));
    expect(planVisits([{ id: 'c', visits: 1, hours: 1 }], taken).weeks.get('c')).toEqual([3]);
  });

  it('of last week stay when it is planned anew with that week done', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 12 }), (b, c) => {
        const promises = portfolio(0, b, c);
        const first = planVisits(promises, weeks(13));
        const done = (id: string) => (first.weeks.get(id) ?? []).filter((week) => week === 0);
        const left = promises.map((one) => ({
          ...one,
          visits: one.visits - done(one.id).length,
          first: 1,
          taken: done(one.id),
        }));
        const again = planVisits(left, weeks(13));
        for (const { id, visits } of promises)
          expect(done(id).length + (again.weeks.get(id)?.length ?? 0)).toBe(visits);
        expect(again.load[0]).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('are refused where they cannot be', () => {
    const one = { id: 'a', visits: 1, hours: 1 };
    expect(() => planVisits([one], [])).toThrow(RangeError);
    expect(() => planVisits([one, one], weeks(2))).toThrow(RangeError);
    expect(() => planVisits([{ ...one, last: 2 }], weeks(2))).toThrow(RangeError);
    expect(() => planVisits([one], [{ capacity: -1 }])).toThrow(RangeError);
  });
});

describe('the days of a week', () => {
  const days = [10, 11, 12, 13, 14].map((day) => ({ day, capacity: 8, taken: 0 }));

  it('keep a district together, as far as a day holds', () => {
    const north = ['n1', 'n2', 'n3'].map((id) => ({ id, hours: 2, district: 'North' }));
    const placed = planDays([...north, { id: 's', hours: 2, district: 'South' }], days);
    expect(new Set(north.map(({ id }) => placed.get(id))).size).toBe(1);
    expect(placed.get('s')).not.toBe(placed.get('n1'));
    const full = planDays(
      Array.from({ length: 5 }, (_, at) => ({ id: `${at}`, hours: 2, district: 'North' })),
      days,
    );
    expect(new Set(full.values()).size).toBe(2);
  });

  it('leave the days of leave alone, and days with appointments for later', () => {
    const week = days.map((one) => ({ ...one, capacity: one.day === 10 ? 0 : 8, taken: one.day === 11 ? 6 : 0 }));
    const placed = planDays([{ id: 'x', hours: 2, district: null }], week);
    expect(placed.get('x')).toBe(12);
    expect(planDays([{ id: 'x', hours: 2, district: null }], [{ day: 1, capacity: 0, taken: 0 }]).size).toBe(0);
  });

  it('place every visit once, on a day with hours, and the same in any order', () => {
    const visit = fc.record({
      hours: fc.constantFrom(1, 1.5, 2),
      district: fc.option(fc.constantFrom('N', 'S', 'E')),
    });
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 25 }), (all) => {
        const visits = all.map((one, at) => ({ ...one, id: `${at}` }));
        const placed = planDays(visits, days);
        expect(placed.size).toBe(visits.length);
        const again = planDays(visits.toReversed(), days.toReversed());
        expect(new Map([...again].sort())).toEqual(new Map([...placed].sort()));
      }),
    );
    expect(() => planDays([{ id: 'x', hours: 0, district: null }], days)).toThrow(RangeError);
  });
});
