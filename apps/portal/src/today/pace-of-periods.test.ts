import type { PacingView } from '@milepost/contract/pacing';
import { expect, it } from 'vitest';
import { paceOfPeriods } from './pace-of-periods.ts';

const view = (asOf: string) =>
  ({
    asOf,
    target: { id: 't', name: 'Revenue', status: 'published' },
    total: { planToDate: 4 * 100 + 50 },
    months: Array.from({ length: 12 }, (_, at) => ({
      startsOn: `2026-${String(at + 1).padStart(2, '0')}-01`,
      plan: 100,
      actual: at < 5 ? 80 : null,
    })),
  }) as unknown as PacingView;

it('splits the sums of the year where the months before end', () => {
  expect(paceOfPeriods(view('2026-05-16'))).toEqual([
    { key: 'month', plan: 100, planToDate: 50, actual: 80 },
    { key: 'quarter', plan: 300, planToDate: 150, actual: 160 },
  ]);
});

it('says nothing without a plan', () => {
  expect(paceOfPeriods({ ...view('2026-05-16'), target: null })).toEqual([]);
});
