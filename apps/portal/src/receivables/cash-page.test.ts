import type { ReceivablesRow, ReceivablesView } from '@milepost/contract/receivables';
import { fireEvent, screen, waitFor, within } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import CashPage from './CashPage.vue';

const row: ReceivablesRow = {
  ...{ id: '', name: '', invoices: 4, openInvoices: 3, open: 160_00, overdue: 110_00, disputed: 60_00, overpaid: 5_00 },
  ...{ buckets: [50_00, 60_00, 50_00, 0, 0], sales: 410_00, daysOutstanding: 35.1, bestPossible: 11, delinquent: 24.1 },
  countBack: 40.5,
  collected: { share: 0.625, low: 0.41, high: 0.8, collected: 250_00, owed: 400_00 },
  collectedByCount: null,
  late: { share: 0.5, late: 2, judged: 4 },
  daysToSettle: 31,
};
const definition = { termsDays: 30, withinDays: 60, withinFrom: 'issue', windowDays: 90 } as const;
const view: ReceivablesView = {
  ...{ asOf: '2026-03-16', currency: 'EUR', currencies: ['EUR'], definition, total: row },
  rows: [{ ...row, id: 'ann', name: 'Ann' }],
  effectiveness: { from: '2026-01-01', opening: 1, sales: 2, closing: 1, closingCurrent: 1, ratio: null },
  cohortAges: [15, 30],
  cohorts: [{ month: '2026-02-01', invoices: 2, owed: 400_00, open: 160_00, shares: [0.25, null] }],
  overdue: [
    {
      ...{ id: 'i2', number: 'A-2', account: { id: 'a', name: 'Huaxin' }, owner: { id: 'ann', name: 'Ann' } },
      ...{ dueOn: '2026-03-15', daysLate: 1, open: 50_00, isDisputed: false },
    },
  ],
  overdueCount: 1,
  weeks: [{ from: '2026-03-17', to: '2026-03-22', expected: 70_00 }],
  expectedLater: 90_00,
  expectedUnknown: 0,
};
const me = (role: string) => ({
  person: { id: 'vera', name: 'Vera', role },
  organisation: { currency: 'EUR', exponent: 2, decimalMark: '.', dateFormat: 'ymd', timeZone: 'UTC', locale: 'en' },
  today: '2026-03-16',
});
const open = async (role = 'admin') => {
  await mountPage(CashPage, { path: '/plan/cash' });
  await useSession().load();
  return role;
};

it('shows what is owed with its definition, how late it is in words, and opens every figure', async () => {
  const whys: string[] = [];
  fakeApi({
    'GET /api/v1/me': () => me('rep'),
    'GET /api/v1/receivables': () => view,
    'GET /api/v1/receivables/why': ({ url }) => {
      whys.push(url.search);
      return refusal(404, 'not-found');
    },
  });
  await open();
  expect(await screen.findByText('1 day late')).toBeTruthy();
  expect(screen.getAllByText('within 60 days of issue')).toHaveLength(2);
  expect(screen.getByText(/41% to 80%/)).toBeTruthy();
  expect(screen.getByText(/€5\.00 was paid too much/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Definitions' })).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: /^February 2026 · in 15 days/ }));
  await fireEvent.click(screen.getByRole('button', { name: /^31–60 days late/ }));
  await waitFor(() =>
    expect(whys).toEqual([
      expect.stringMatching(/by=total&figure=cohort&at=2026-02-01&age=15/),
      expect.stringMatching(/figure=bucket&at=2/),
    ]),
  );
});

it('asks for one currency where there are several, and shows that one', async () => {
  const asked: (string | null)[] = [];
  fakeApi({
    'GET /api/v1/me': () => me('rep'),
    'GET /api/v1/receivables': ({ url }) => {
      asked.push(url.searchParams.get('currency'));
      if (asked.at(-1)) return { ...view, currency: 'USD', currencies: ['EUR', 'USD'] };
      const issues = ['EUR', 'USD'].map((code) => ({ path: `/subtotals/${code}`, code: 'subtotal', message: code }));
      return refusal(422, 'mixed-currencies', { issues });
    },
  });
  await open();
  await fireEvent.click(await screen.findByRole('button', { name: 'Only USD' }));
  expect((await screen.findAllByText('$160.00')).length).toBeGreaterThan(0);
  expect(asked.at(-1)).toBe('USD');
});

it('says with an empty page what to do next', async () => {
  fakeApi({
    'GET /api/v1/me': () => me('rep'),
    'GET /api/v1/receivables': () => ({ ...view, total: { ...row, invoices: 0 } }),
  });
  const { router } = await mountPage(CashPage, { path: '/plan/cash' });
  await fireEvent.click(await screen.findByRole('button', { name: 'Enter an invoice' }));
  await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/invoices?add=1'));
});

it('lets administrators say what the figures mean, with the version that was seen', async () => {
  const writes: unknown[] = [];
  fakeApi({
    'GET /api/v1/me': () => me('admin'),
    'GET /api/v1/receivables': () => view,
    'GET /api/v1/receivables/definition': () => ({ ...definition, version: 0 }),
    'PATCH /api/v1/receivables/definition': ({ body, headers }) => {
      writes.push([body, headers.get('if-match')]);
      return { ...definition, withinDays: 45, version: 1 };
    },
  });
  await open();
  await fireEvent.click(await screen.findByRole('button', { name: 'Definitions' }));
  const dialog = within(await screen.findByRole('dialog'));
  const days = await dialog.findByLabelText('Collected within, days');
  await fireEvent.update(days, '45');
  await fireEvent.blur(days);
  await fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(writes).toEqual([[{ withinDays: 45 }, '"0"']]));
});
