import type { PacingRow, PacingView } from '@milepost/contract/pacing';
import { expect, it } from 'vitest';
import { landingFan } from './pacing-chart.ts';

const view = (landing: PacingRow['landing']): PacingView => ({
  measure: 'revenue',
  unit: 'money',
  asOf: '2026-02-10',
  currency: 'EUR',
  fiscalYear: 2026,
  fiscalYearLabel: 'FY2026',
  target: null,
  workdaysLeft: 10,
  rows: [],
  total: {
    id: '',
    name: '',
    target: 60,
    planToDate: 30,
    actual: 25,
    variance: -5,
    pacingRatio: 0.83,
    signal: 'behind',
    signalBasis: { kind: 'fixed', ratios: 1, lower: null, upper: null },
    openActionId: null,
    asksForAction: false,
    requiredPerWorkday: 4,
    bestPerWorkday: null,
    landing,
  },
  periods: [],
  months: [
    { startsOn: '2026-01-01', plan: 10, actual: 15, cumulativePlan: 10, cumulativeActual: 15 },
    { startsOn: '2026-02-01', plan: 20, actual: 10, cumulativePlan: 30, cumulativeActual: 25 },
    { startsOn: '2026-03-01', plan: 30, actual: null, cumulativePlan: 60, cumulativeActual: null },
  ],
});

const landing = { value: 50, low: 45, high: 55, conf: 0.8, calibration: 'unverified' as const, landings: 0 };

it('opens the landing as a fan from today to the end', () => {
  expect(landingFan(view(landing))).toEqual({ low: [null, 25, 45], high: [null, 25, 55] });
});

it('draws no fan without a landing, and none when the year is over or has not begun', () => {
  expect(landingFan(view(null))).toBeNull();
  const { months, ...rest } = view(landing);
  const over = months.map((month) => ({ ...month, actual: 20, cumulativeActual: 60 }));
  expect(landingFan({ ...rest, months: over })).toBeNull();
  const ahead = months.map((month) => ({ ...month, actual: null, cumulativeActual: null }));
  expect(landingFan({ ...rest, months: ahead })).toBeNull();
});
