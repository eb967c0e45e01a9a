import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay, toIso } from '../calendar/civil-day.ts';
import { fiscalMonths } from '../calendar/fiscal-year.ts';
import { stored } from '../explain/derive.ts';
import { evaluate } from '../explain/why.ts';
import { planByPeriod, planPeriods, sharedByPeriod, whyPeriod } from './plan-periods.ts';

const calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: new Set([toDay('2026-01-01')]) } as const;
const fromJanuary = { firstMonth: 1, label: 'start' } as const;
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const days = (count: number, from: number, to: number) =>
  stored('calendar', `${toIso(from)}–${toIso(to)}`, count, 'days');

describe('a plan by weeks (T1)', () => {
  it('has the 53 ISO weeks of 2026, the first and the last cut to the year', () => {
    const weeks = planPeriods('iso', 2026, fromJanuary);
    expect(weeks).toHaveLength(53);
    expect(weeks[0]).toMatchObject({ number: 1, first: toDay('2026-01-01'), last: toDay('2026-01-04') });
    expect(weeks.at(-1)).toMatchObject({ number: 53, first: toDay('2026-12-28'), last: toDay('2026-12-31') });
  });

  it('has twelve periods of 4, 4 and 5 weeks, which begin and end with the year', () => {
    const periods = planPeriods('4-4-5', 2027, { firstMonth: 4, label: 'end' });
    expect(periods).toHaveLength(12);
    expect(periods[0]?.first).toBe(toDay('2026-04-01'));
    expect(periods.at(-1)?.last).toBe(toDay('2027-03-31'));
    expect(periods.slice(1, 11).map(({ first, last }) => (last - first + 1) / 7)).toEqual([
      4, 5, 4, 4, 5, 4, 4, 5, 4, 4,
    ]);
  });

  it('gives a month of 21 working days to its weeks by their working days', () => {
    const [january] = fiscalMonths(2026, fromJanuary);
    if (!january) throw new Error('a year has months');
    const weeks = planPeriods('iso', 2026, fromJanuary);
    expect(planByPeriod([{ month: january, amount: 2100 }], weeks, calendar).slice(0, 6)).toEqual([
      100, 500, 500, 500, 500, 0,
    ]);
  });

  it('by law sums to the year from any month, parents are the sum of their parts, and every period opens', () => {
    const amounts = fc.array(fc.integer({ min: -1e6, max: 1e9 }), { minLength: 24, maxLength: 24 });
    const kind = fc.constantFrom('iso' as const, '4-4-5' as const);
    fc.assert(
      fc.property(
        amounts,
        kind,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 2019, max: 2033 }),
        fc.nat(),
        (some, by, firstMonth, year, pick) => {
          const fiscal = { firstMonth, label: 'start' } as const;
          const months = fiscalMonths(year, fiscal);
          const cells = some.map((amount, place) => ({
            month: months[place % 12] as (typeof months)[number],
            amount,
            leaf: stored('target-cell', `${place}`, amount, 'money'),
          }));
          const periods = planPeriods(by, year, fiscal);
          for (const [place, { first }] of periods.entries())
            if (place > 0) expect(first).toBe((periods[place - 1]?.last ?? 0) + 1);
          const whole = planByPeriod(cells, periods, calendar);
          expect(sumOf(whole)).toBe(sumOf(some));
          const halves = [cells.slice(0, 12), cells.slice(12)].map((half) => planByPeriod(half, periods, calendar));
          const at = pick % periods.length;
          expect(whole[at]).toBe((halves[0]?.[at] ?? 0) + (halves[1]?.[at] ?? 0));
          const period = periods[at];
          if (period) expect(evaluate(whyPeriod(cells, period, calendar, days))).toBe(whole[at]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('what shares the months of a plan, by weeks (T1)', () => {
  it('sums to the plan in every period, and to its year in every part', () => {
    const months = fiscalMonths(2026, fromJanuary);
    const year = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(year, { minLength: 1, maxLength: 6 }), fc.constantFrom('iso', '4-4-5'), (parts, kind) => {
        const at = planPeriods(kind as 'iso' | '4-4-5', 2026, fromJanuary);
        const cells = months.map((month, place) => ({
          month,
          amount: sumOf(parts.map((own) => own[place] as number)),
        }));
        const totals = planByPeriod(cells, at, calendar);
        const shared = sharedByPeriod(parts, months, { at, totals }, calendar);
        for (const [row, total] of totals.entries()) expect(sumOf(shared.map((own) => own[row] as number))).toBe(total);
        for (const [part, own] of shared.entries()) expect(sumOf(own)).toBe(sumOf(parts[part] ?? []));
      }),
    );
    expect(sharedByPeriod([], months, { at: [], totals: [] }, calendar)).toEqual([]);
  });
});
