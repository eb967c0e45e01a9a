import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import BudgetPage from './BudgetPage.vue';

const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01`);
const burn = { planMinor: 1_200_00, approvedMinor: 1_300_00, pendingMinor: 20_00, remainingMinor: -100_00 };
const about = { fiscalYear: 2026, fiscalYearLabel: 'FY2026', months, currency: 'EUR', otherCurrencies: [] };
const none = { planMinor: 0, approvedMinor: 0, pendingMinor: 0, remainingMinor: 0 };
const line = {
  ...{ id: 'l', version: 4, archivedAt: null, fiscalYear: 2026, category: 'Meals', teamId: 't', campaign: null },
  ...{ accountId: null, months: new Array(12).fill(100_00), results: new Array(12).fill(null), currency: 'EUR' },
  ...{ totalMinor: 1_200_00, team: { id: 't', name: 'East' }, account: null, holder: { id: 'max', name: 'Max' } },
};
const beside = {
  'GET /api/v1/budget/returns': () => ({
    ...{ fiscalYear: 2026, currency: 'EUR' },
    rows: ['lead', 'visit', 'won-deal', 'revenue'].map((result) => ({
      ...{ result, numeratorMinor: 1_300_00 },
      ...(result === 'visit' ? { denominator: 13, cost: 100_00 } : { denominator: 0, cost: null }),
    })),
  }),
  'GET /api/v1/budget/allocation': () => ({
    ...{ fiscalYear: 2026, currency: 'EUR', status: 'noCampaigns', leastMonths: 6, monthMinor: 0 },
    ...{ marginalResults: null, rows: [] },
  }),
};

it('shows the tree of categories with their lines, opens a figure, and writes a month on the version that was seen', async () => {
  const writes: unknown[] = [];
  const asked: string[] = [];
  fakeApi({
    ...beside,
    'GET /api/v1/budget/burn': ({ url }) => {
      const by = url.searchParams.get('by');
      const rows = [{ key: by === 'line' ? 'l' : 'meals', name: 'Meals', ...burn }];
      return { ...about, by, rows, total: burn };
    },
    'GET /api/v1/budget/lines': () => ({ items: [line], next: null, total: 1 }),
    'GET /api/v1/expense-categories': () => ({ items: [] }),
    'GET /api/v1/budget/burn/why': ({ url }) => {
      asked.push(url.search);
      return { why: { op: 'sum', rule: 'budget.plan', unit: 'money', value: 0, args: [] }, asOf: months[0] };
    },
    'PATCH /api/v1/budget/lines/l': ({ body, headers }) => {
      writes.push((body as { months: number[] }).months[0], headers.get('if-match'));
      return { ...line, version: 5 };
    },
  });
  await mountPage(BudgetPage);
  const edit = await screen.findByRole('button', { name: 'Change Meals · East' });
  expect(screen.getAllByText('over budget 108%').length).toBeGreaterThan(0);
  expect(screen.getByText('€1,300.00 ÷ 13 visits')).toBeTruthy();
  expect(screen.getByText(/No budget line names a campaign yet/)).toBeTruthy();
  const [remaining] = screen.getAllByRole('button', { name: /Meals · East · Remaining/ });
  await fireEvent.click(remaining as HTMLElement);
  await waitFor(() => expect(asked).toEqual(['?by=line&figure=remaining&key=l&fiscalYear=2026']));
  await fireEvent.click(edit);
  await fireEvent.update(await screen.findByLabelText('January 2026'), '150');
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(writes).toEqual([150_00, '"4"']));
});

it('says what to do where nothing is budgeted or spent', async () => {
  fakeApi({
    ...beside,
    'GET /api/v1/budget/burn': ({ url }) => ({ ...about, by: url.searchParams.get('by'), rows: [], total: none }),
    'GET /api/v1/budget/lines': () => ({ items: [], next: null, total: 0 }),
  });
  await mountPage(BudgetPage);
  expect(await screen.findByText(/Nothing is budgeted or spent in FY2026 yet/)).toBeTruthy();
  expect(screen.getAllByRole('button', { name: 'Add a budget line' })).toHaveLength(2);
});
