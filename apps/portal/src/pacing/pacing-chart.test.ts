import type { PacingRow, PacingView } from '@milepost/contract/pacing';
import { expect, it } from 'vitest';
import { pacingSeries } from './pacing-chart.ts';

const view = (landing: PacingRow['landing']): PacingView => ({
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
    requiredPerWorkday: 4,
    bestPerWorkday: null,
    landing,
  },
  months: [
    { startsOn: '2026-01-01', plan: 10, actual: 15 },
    { startsOn: '2026-02-01', plan: 20, actual: 10 },
    { startsOn: '2026-03-01', plan: 30, actual: null },
  ],
});

it('adds months up, and leaves open what has not begun', () => {
  const series = pacingSeries(view(null));
  expect(series.cumulativePlan).toEqual([10, 30, 60]);
  expect(series.cumulativeActual).toEqual([15, 25, null]);
  expect(series.fan).toBeNull();
});

it('opens the landing as a fan from today to the end', () => {
  const { fan } = pacingSeries(
    view({ value: 50, low: 45, high: 55, conf: 0.8, calibration: 'unverified', landings: 0 }),
  );
  expect(fan).toEqual({ low: [null, 25, 45], high: [null, 25, 55] });
});
