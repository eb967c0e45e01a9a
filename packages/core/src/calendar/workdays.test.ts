import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from './civil-day.ts';
import { fiscalMonths } from './fiscal-year.ts';
import { isWorkday, MONDAY_TO_FRIDAY, workdays, workdaysIn } from './workdays.ts';

describe('working days', () => {
  it('of the months of 2026 are counted from Monday to Friday', () => {
    const months = fiscalMonths(2026, { firstMonth: 1, label: 'start' });
    expect(months.map((month) => workdaysIn(month, MONDAY_TO_FRIDAY))).toEqual([
      22, 20, 22, 22, 21, 22, 23, 21, 22, 22, 21, 23,
    ]);
  });

  it('leave out a holiday on a working weekday, and count one on a Sunday only once', () => {
    const holidays = new Set(['2026-10-01', '2026-10-02', '2026-10-04', '2026-11-01'].map(toDay));
    const october = [toDay('2026-10-01'), toDay('2026-10-31')] as const;
    expect(workdays(...october, { workingWeekdays: [1, 2, 3, 4, 5], holidays })).toBe(20);
    expect(workdays(...october, { workingWeekdays: [7, 1, 2, 3, 4, 4], holidays })).toBe(19);
  });

  it('are none when the end comes before the beginning, or when no weekday is worked', () => {
    expect(workdays(10, 9, MONDAY_TO_FRIDAY)).toBe(0);
    expect(workdays(0, 1000, { workingWeekdays: [], holidays: new Set([5]) })).toBe(0);
  });

  it('of a stretch are the sum of its days, one by one, and of its two parts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }),
        fc.nat(120),
        fc.nat(120),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
        fc.uniqueArray(fc.integer({ min: -1000, max: 1300 }), { maxLength: 300 }),
        (from, toMiddle, toEnd, workingWeekdays, off) => {
          const calendar = { workingWeekdays, holidays: new Set(off) };
          const [middle, end] = [from + toMiddle, from + toMiddle + toEnd];
          let counted = 0;
          for (let day = from; day <= end; day += 1) counted += Number(isWorkday(day, calendar));
          expect(workdays(from, end, calendar)).toBe(counted);
          expect(workdays(from, middle, calendar) + workdays(middle + 1, end, calendar)).toBe(counted);
        },
      ),
    );
  });

  it('are refused for a weekday that does not exist', () => {
    expect(() => workdays(0, 1, { workingWeekdays: [0], holidays: new Set() })).toThrow(RangeError);
  });
});
