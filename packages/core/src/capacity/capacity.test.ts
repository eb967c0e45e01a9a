import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { fiscalMonths } from '../calendar/fiscal-year.ts';
import { MONDAY_TO_FRIDAY, workdaysIn } from '../calendar/workdays.ts';
import { capacityHours, capacityMonths, type RepTerm } from './capacity.ts';
import { headcount } from './headcount.ts';

const year = fiscalMonths(2026, { firstMonth: 1, label: 'start' });
const fullTime: RepTerm = { fte: 1, startsOn: null, endsOn: null, ramp: [], daysOff: new Set() };
const joinsInJuly = { ...fullTime, startsOn: toDay('2026-07-01'), ramp: [0.25, 0.5, 0.75, 1, 1, 1] };
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const capacityOf = (term: RepTerm): number[] => capacityMonths(term, year, MONDAY_TO_FRIDAY);

describe('the capacity of a newcomer', () => {
  it('who joins on 1 July with a ramp of ¼, ½, ¾ is 4.5 months, 27.27 percent of two people', () => {
    expect(capacityOf(joinsInJuly)).toEqual([0, 0, 0, 0, 0, 0, 0.25, 0.5, 0.75, 1, 1, 1]);
    const [newcomer, colleague] = [sumOf(capacityOf(joinsInJuly)), sumOf(capacityOf(fullTime))];
    expect(newcomer / (newcomer + colleague)).toBeCloseTo(0.272727, 6);
    expect(newcomer + colleague).toBe(16.5);
  });

  it('who joins on the 16th takes the next step of the ramp on the 16th', () => {
    const april = capacityOf({ ...fullTime, startsOn: toDay('2026-04-16'), ramp: [0.5] });
    // 11 of April's 22 working days at half output; in May 11 days at half (1st to 15th) and 10 at full.
    expect(april[3]).toBeCloseTo((11 * 0.5) / 22, 15);
    expect(april[4]).toBeCloseTo((11 * 0.5 + 10) / 21, 15);
    expect(april[5]).toBe(1);
  });
});

describe('the capacity of a month', () => {
  it('is half for half time, and less the days of leave', () => {
    const daysOff = new Set(['2026-02-02', '2026-02-03', '2026-02-07'].map(toDay));
    expect(capacityOf({ ...fullTime, fte: 0.5, daysOff })[1]).toBeCloseTo((0.5 * 18) / 20, 15);
  });

  it('is less half a day for half a day of leave, and not less for half a Saturday', () => {
    const halfDaysOff = new Set(['2026-02-04', '2026-02-07'].map(toDay));
    expect(capacityOf({ ...fullTime, halfDaysOff })[1]).toBeCloseTo(19.5 / 20, 15);
  });

  it('ends with the last day of a leaver', () => {
    const leaver = capacityOf({ ...fullTime, endsOn: toDay('2026-03-13') });
    expect(leaver[2]).toBeCloseTo(10 / 22, 15);
    expect(leaver.slice(3)).toEqual(new Array(9).fill(0));
  });

  it('without a working day is nothing', () => {
    expect(capacityMonths(fullTime, year, { workingWeekdays: [], holidays: new Set() })).toEqual(new Array(12).fill(0));
  });

  it('counts in hours what it counts in shares', () => {
    const hours = capacityHours(joinsInJuly, year, MONDAY_TO_FRIDAY, 8);
    expect(hours[6]).toBe(0.25 * 23 * 8);
    expect(hours[11]).toBe(23 * 8);
    expect(() => capacityHours(fullTime, year, MONDAY_TO_FRIDAY, 25)).toThrow(RangeError);
  });

  const day = fc.integer({ min: toDay('2025-06-01'), max: toDay('2027-03-01') });
  const anyTerm: fc.Arbitrary<RepTerm> = fc.record({
    fte: fc.double({ min: 0, max: 1, noNaN: true }),
    startsOn: fc.option(day.filter((each) => each < toDay('2026-06-01'))),
    endsOn: fc.option(day.filter((each) => each >= toDay('2026-06-01'))),
    ramp: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }),
    daysOff: fc.uniqueArray(day, { maxLength: 40 }).map((days) => new Set(days)),
  });

  it('lies between nothing and the share of full time, and adds up when the year is cut otherwise', () => {
    const quarters = [0, 3, 6, 9].map((at) => ({ first: year[at]?.first ?? 0, last: year[at + 2]?.last ?? 0 }));
    fc.assert(
      fc.property(anyTerm, (term) => {
        for (const share of capacityOf(term)) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(term.fte * (1 + 1e-12));
        }
        const byMonth = sumOf(capacityHours(term, year, MONDAY_TO_FRIDAY, 8));
        expect(sumOf(capacityHours(term, quarters, MONDAY_TO_FRIDAY, 8))).toBeCloseTo(byMonth, 6);
        expect(byMonth).toBeLessThanOrEqual(8 * sumOf(year.map((month) => workdaysIn(month, MONDAY_TO_FRIDAY))) + 1e-6);
      }),
    );
  });

  it('is refused for terms that cannot be', () => {
    expect(() => capacityOf({ ...fullTime, fte: 1.2 })).toThrow(RangeError);
    expect(() => capacityOf({ ...fullTime, ramp: [-0.1] })).toThrow(RangeError);
    expect(() => capacityOf({ ...fullTime, startsOn: 10, endsOn: 9 })).toThrow(RangeError);
  });
});

describe('the people a workload takes', () => {
  it('are 60 for 1,000 accounts called 36 times and 2,000 called 12 times, 1,000 calls each', () => {
    const tiers = [
      { accounts: 1000, calls: 36 },
      { accounts: 2000, calls: 12 },
    ];
    expect(headcount(tiers, 1000)).toBe(60);
    expect(headcount([], 1000)).toBe(0);
  });

  it('are not reckoned from negative numbers', () => {
    expect(() => headcount([{ accounts: -1, calls: 2 }], 10)).toThrow(RangeError);
    expect(() => headcount([], 0)).toThrow(RangeError);
  });
});
