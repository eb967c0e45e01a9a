import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { fiscalMonths } from '../calendar/fiscal-year.ts';
import { MONDAY_TO_FRIDAY } from '../calendar/workdays.ts';
import type { RepTerm } from './capacity.ts';
import { capacityWeights } from './capacity-weights.ts';

const year = fiscalMonths(2026, { firstMonth: 1, label: 'start' });
const term: RepTerm = { fte: 1, startsOn: null, endsOn: null, ramp: [], daysOff: new Set() };
const sum = (weights: readonly number[]) => weights.reduce((all, weight) => all + weight, 0);

describe('the weight of somebody who joins in the year', () => {
  const joiner = { ...term, startsOn: toDay('2026-07-01'), ramp: [0.25, 0.5, 0.75] };

  it('is 4.5 months by working capacity and 6 by calendar days', () => {
    expect(sum(capacityWeights(joiner, year, MONDAY_TO_FRIDAY, 'working-capacity'))).toBe(4.5);
    expect(sum(capacityWeights(joiner, year, MONDAY_TO_FRIDAY, 'calendar-days'))).toBe(6);
  });

  it('is half of April from the 16th by calendar days, and leave does not change it', () => {
    const april = { ...term, startsOn: toDay('2026-04-16'), daysOff: new Set([toDay('2026-04-20')]) };
    expect(capacityWeights(april, year, MONDAY_TO_FRIDAY, 'calendar-days').slice(2, 5)).toEqual([0, 0.5, 1]);
    expect(capacityWeights(april, year, MONDAY_TO_FRIDAY, 'working-capacity')[3]).toBeCloseTo(10 / 22, 12);
  });

  it('ends with the term, and is cut for part-time', () => {
    const leaver = { ...term, fte: 0.5, endsOn: toDay('2026-02-14') };
    expect(capacityWeights(leaver, year, MONDAY_TO_FRIDAY, 'calendar-days').slice(0, 3)).toEqual([0.5, 0.25, 0]);
    expect(() => capacityWeights({ ...term, fte: 2 }, year, MONDAY_TO_FRIDAY, 'calendar-days')).toThrow(RangeError);
  });
});
