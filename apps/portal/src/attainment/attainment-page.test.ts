import type { AttainmentPartsView, AttainmentPeriod, AttainmentPeriodsView } from '@milepost/contract/attainment';
import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it, vi } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import AttainmentPage from './AttainmentPage.vue';
import { chosenPeriod, gapOf } from './attainment-rows.ts';

const figures = {
  target: 100_00,
  planToDate: 100_00,
  actual: 90_00,
  variance: -10_00,
  fxEffect: 0,
  attainmentRatio: 0.9,
};
const period = (month: string, more: Partial<AttainmentPeriod> = {}): AttainmentPeriod => ({
  ...{ from: `${month}-01`, to: `${month}-28`, state: 'over', ...figures, changeRatio: null, mismatch: null },
  ...{ plan: { id: 'p', name: 'Revenue 2026' }, definitionChangedOn: null },
  before: { from: '2025-01-01', to: '2025-01-28', attainmentRatio: null, mismatch: 'no-plan' },
  ...more,
});
const view = (more: Partial<AttainmentPeriodsView> = {}): AttainmentPeriodsView => ({
  ...{ asOf: '2026-02-16', measure: 'revenue', unit: 'money', currency: 'EUR', fiscalYear: 2026 },
  ...{ fiscalYearLabel: 'FY2026', years: [{ year: 2026, label: 'FY2026' }], axes: ['team', 'line'], grain: 'month' },
  periods: [
    period('2026-01'),
    period('2026-02', { state: 'under-way' }),
    period('2026-03', { state: 'ahead', actual: null, variance: null, fxEffect: null, attainmentRatio: null }),
  ],
  total: period('2026-01', { state: 'under-way' }),
  ...{ trend: [], limits: null, counted: 1, unrated: 0, ...more },
});
const part = { axis: 'total' as const, id: '', name: '', within: null, ...figures };
const parts: AttainmentPartsView = {
  ...{ from: '2026-02-01', to: '2026-02-28', by: 'team', total: part },
  rows: [
    { ...part, axis: 'team', id: 'east', name: 'East' },
    {
      ...part,
      axis: 'rep',
      id: 'ann',
      name: 'Ann',
      within: 'east',
      target: null,
      variance: null,
      attainmentRatio: null,
    },
  ],
};
const bridge = vi.fn(({ url }: { url: URL }) => ({
  ...{ asOf: '2026-02-16', currency: 'EUR', status: 'noPrices', planToDate: 0, actual: 0, total: 0 },
  ...{ causes: [], otherCurrencies: 0, asked: url.search },
}));

it('shows periods with why they are not compared, one of them in parts, and splits the gap of a row', async () => {
  const why = vi.fn(({ url }: { url: URL }) => ({ why: null, asOf: url.search }));
  fakeApi({
    'GET /api/v1/attainment/periods': () => view(),
    'GET /api/v1/attainment/parts': () => parts,
    'GET /api/v1/attainment/parts/why': why,
    'GET /api/v1/pacing/bridge': bridge,
  });
  await mountPage(AttainmentPage);
  expect(await screen.findByText('January 2025: no plan is published.')).toBeTruthy();
  expect(screen.getByText('February 2026 in parts')).toBeTruthy();
  await fireEvent.click(await screen.findByRole('button', { name: /East · Attainment: 90%/ }));
  await waitFor(() => expect(why).toHaveBeenCalledTimes(1));
  expect(why.mock.calls[0]?.[0].url.search).toContain('by=team&id=east&figure=attainmentRatio');
  // Nobody said what is wanted of Ann: a dash that opens nothing.
  expect(screen.queryByRole('button', { name: /Ann · Target/ })).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Split the gap by cause: Ann' }));
  await waitFor(() => expect(bridge.mock.lastCall?.[0].url.search).toContain('by=rep'));
  expect(bridge.mock.lastCall?.[0].url.search).toContain('period=month');
});

it('without a published plan says so, with the next step, and never shows a zero', async () => {
  const empty = period('2026-01', {
    plan: null,
    target: null,
    planToDate: null,
    variance: null,
    attainmentRatio: null,
  });
  fakeApi({ 'GET /api/v1/attainment/periods': () => view({ periods: [empty] }) });
  await mountPage(AttainmentPage);
  expect(await screen.findByText(/Nothing is published for this measure and year/)).toBeTruthy();
  expect(screen.queryByText('0%')).toBeNull();
});

it('looks into the period under way, and asks for causes only where a gap has some', () => {
  const months = view();
  expect(chosenPeriod(months, undefined)?.from).toBe('2026-02-01');
  expect(chosenPeriod(months, '2026-01-01')?.from).toBe('2026-01-01');
  const [january, , march] = months.periods as [AttainmentPeriod, AttainmentPeriod, AttainmentPeriod];
  expect(gapOf(months, january, { axis: 'line', id: 'Pumps' })).toEqual({
    ...{ by: 'line', id: 'Pumps', asOf: '2026-01-28', fiscalYear: 2026, period: 'month' },
  });
  expect(gapOf(months, march, part)).toBeNull();
  expect(gapOf(months, january, { axis: 'region', id: 'North' })).toBeNull();
  expect(gapOf(view({ measure: 'margin' }), january, part)).toBeNull();
});
