import { toDay } from '@milepost/core/calendar/civil-day';
import { fiscalMonths } from '@milepost/core/calendar/fiscal-year';
import { NRF_CALENDAR, type PeriodCalendar, weeksInYear } from '@milepost/core/calendar/periods';
import { MONDAY_TO_FRIDAY, workdaysIn } from '@milepost/core/calendar/workdays';
import type { Call } from '../example.ts';

/** Years of 53 weeks, and the working days of the months. */
export const calendar: Record<string, Call> = {
  'calendar.iso53': longYears({ kind: 'iso' }),
  'calendar.nrf53': longYears(NRF_CALENDAR),

  'calendar.workdays': ({ input }) => {
    const {
      year,
      holidays = [],
      workingWeekdays = MONDAY_TO_FRIDAY.workingWeekdays,
    } = input as {
      year: number;
      holidays?: readonly string[];
      workingWeekdays?: readonly number[];
    };
    const worked = { workingWeekdays, holidays: new Set(holidays.map(toDay)) };
    return fiscalMonths(year, { firstMonth: 1, label: 'start' }).map((month) => workdaysIn(month, worked));
  },
};

function longYears(periods: PeriodCalendar): Call {
  return ({ input }) => {
    const { from, to } = input as { from: number; to: number };
    const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    return years.filter((year) => weeksInYear(periods, year) === 53);
  };
}
