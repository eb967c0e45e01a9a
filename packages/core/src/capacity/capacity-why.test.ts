import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { fiscalMonths } from '../calendar/fiscal-year.ts';
import { MONDAY_TO_FRIDAY } from '../calendar/workdays.ts';
import { evaluate, isConstant, leavesOf, misstated } from '../explain/why.ts';
import { daysOffOf } from '../leave/leave.ts';
import { capacityHours } from './capacity.ts';
import { capacityHoursWhy, type PersonTerm } from './capacity-why.ts';

const year = fiscalMonths(2026, { firstMonth: 1, label: 'start' });
const july = year[6] ?? { first: 0, last: 0 };
const ann: PersonTerm = {
  ...{ id: 'ann', name: 'Ann', fte: 0.8, startsOn: toDay('2026-07-01'), endsOn: null, ramp: [0.25], hoursPerDay: 6 },
  leaves: [
    {
      ...{ id: 'l1', label: 'Holiday', first: toDay('2026-07-06'), last: toDay('2026-07-10') },
      ...{ startsAtNoon: true, endsAtNoon: false },
    },
  ],
};

describe('hours with their derivation', () => {
  it('are a fifth of 6 hours on 23 working days less 4.5 of leave, for four days a week in the first month', () => {
    const why = capacityHoursWhy(ann, july, MONDAY_TO_FRIDAY, '2026-07');
    expect(why.value).toBeCloseTo(0.8 * 0.25 * 6 * 18.5, 9);
    expect(evaluate(why)).toBe(why.value);
    expect(isConstant(why)).toBe(false);
    expect(leavesOf(why).map(({ kind, id }) => `${kind} ${id}`)).toContain('leave l1');
  });

  it('are nothing, of no parts, before somebody joins', () => {
    const march = year[2] ?? july;
    expect(capacityHoursWhy(ann, march, MONDAY_TO_FRIDAY, '2026-03')).toMatchObject({ value: 0, args: [] });
  });

  it('are those that capacity counts, whatever the terms', () => {
    const day = fc.integer({ min: toDay('2025-12-01'), max: toDay('2026-12-20') });
    const term = fc.record({
      fte: fc.double({ min: 0, max: 1, noNaN: true }),
      startsOn: fc.option(day.filter((each) => each < toDay('2026-06-01'))),
      endsOn: fc.option(day.filter((each) => each >= toDay('2026-06-01'))),
      ramp: fc.array(fc.constantFrom(0, 0.25, 0.5, 1), { maxLength: 6 }),
      away: day,
      startsAtNoon: fc.boolean(),
    });
    fc.assert(
      fc.property(term, ({ away, startsAtNoon, ...rest }) => {
        const leave = { id: 'l', label: '', first: away, last: away + 9, startsAtNoon, endsAtNoon: false };
        const person = { ...ann, ...rest, leaves: [leave] };
        const counted = capacityHours({ ...rest, ...daysOffOf([leave]) }, year, MONDAY_TO_FRIDAY, 6);
        for (const [month, span] of year.entries()) {
          const why = capacityHoursWhy(person, span, MONDAY_TO_FRIDAY, '');
          expect(why.value).toBeCloseTo(counted[month] ?? Number.NaN, 9);
          expect(misstated(why)).toEqual([]);
        }
      }),
    );
  });

  it('are refused for terms that cannot be', () => {
    const hours = (more: Partial<PersonTerm>) => () =>
      capacityHoursWhy({ ...ann, ...more }, july, MONDAY_TO_FRIDAY, '');
    expect(hours({ fte: 1.2 })).toThrow(RangeError);
    expect(hours({ hoursPerDay: 25 })).toThrow(RangeError);
    expect(hours({ endsOn: toDay('2026-01-01') })).toThrow(RangeError);
  });
});
