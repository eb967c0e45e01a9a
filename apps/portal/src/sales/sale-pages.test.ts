import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import CreditPage from './CreditPage.vue';
import SalePage from './SalePage.vue';

const nothing = { segment: null, region: null, orderId: null, externalId: null, backup: null, product: null };
const sale = {
  ...nothing,
  ...{ id: 's', version: 2, archivedAt: null, day: '2026-11-20', quantity: null },
  ...{ revenueMinor: 1_353_504, costMinor: null, currency: 'EUR', line: 'Pumps', split: null },
  account: { id: 'a', name: 'Huaxin' },
  owner: { id: 'ann', name: 'Ann' },
  opportunity: null as { id: string; name: string } | null,
  isOfOpportunity: false,
};
const credit = (id: string, revenueMinor: number, reversesId: string | null = null) => ({
  ...{ id, saleId: 's', day: '2026-11-20', kind: reversesId ? 'reversal' : 'sale', reversesId, share: 1 },
  ...{ quantity: null, revenueMinor, costMinor: null, currency: 'EUR', line: 'Pumps' },
  ...{ person: { id: 'ann', name: 'Ann' }, team: null, account: null, product: null },
  postedAt: '2026-11-20T10:00:00.000Z',
});
const empty = { items: [], next: null };

async function open(page: typeof SalePage | typeof CreditPage, path: string) {
  const blank = { render: () => null };
  const routes = [
    { path: '/sales/:id', component: blank },
    { path: '/credits/:id', component: blank },
    { path: '/:path(.*)*', component: blank },
  ];
  return mountPage(page, { path, router: createRouter({ history: createMemoryHistory(), routes }) });
}

it('shows every line of the books with what stands, and corrects a sale with a reason', async () => {
  const writes: unknown[] = [];
  fakeApi({
    'GET /api/v1/sales/s': () => sale,
    'GET /api/v1/sales/s/credits': () => ({
      items: [credit('a', 1_000_000), credit('b', -1_000_000, 'a'), credit('c', 1_353_504)],
      standing: [{ currency: 'EUR', quantity: null, revenueMinor: 1_353_504, costMinor: null }],
    }),
    'GET /api/v1/changes': () => empty,
    'GET /api/v1/lines': () => ({ items: [] }),
    'GET /api/v1/segments': () => ({ items: [] }),
    'PATCH /api/v1/sales/s': ({ body }) => {
      writes.push(body);
      return { ...sale, version: 3 };
    },
  });
  await open(SalePage, '/sales/s');
  const stands = (await screen.findByText('Stands now')).closest('tr');
  expect(stands?.textContent).toContain('13,535.04');
  expect(screen.getAllByText('Reversal')).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Withdraw' })).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Correct' }));
  await fireEvent.update(await screen.findByLabelText(/^Revenue/), '13,000');
  const save = screen.getByRole('button', { name: 'Save' }) as HTMLButtonElement;
  expect(save.disabled).toBe(true);
  await fireEvent.update(screen.getByLabelText(/^Reason/), 'Discount');
  await fireEvent.click(save);
  await waitFor(() => expect(writes).toEqual([{ revenueMinor: 1_300_000, reason: 'Discount' }]));
});

it('sends whoever wants to correct a won deal’s sale to the deal', async () => {
  fakeApi({
    'GET /api/v1/sales/s': () => ({ ...sale, isOfOpportunity: true, opportunity: { id: 'd', name: 'Big deal' } }),
    'GET /api/v1/sales/s/credits': () => ({ items: [credit('c', 1_353_504)], standing: [] }),
    'GET /api/v1/changes': () => empty,
    'GET /api/v1/lines': () => ({ items: [] }),
    'GET /api/v1/segments': () => ({ items: [] }),
  });
  await open(SalePage, '/sales/s');
  expect(await screen.findByText(/This sale is the win of a deal/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Withdraw' })).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Correct' }));
  expect(await screen.findByLabelText(/^Cost/)).toBeTruthy();
  expect(screen.queryByLabelText(/^Revenue/)).toBeNull();
});

it('leads from a line of the books to its sale', async () => {
  fakeApi({ 'GET /api/v1/credits/c': () => credit('c', 5), 'GET /api/v1/sales/s': () => sale });
  const { router } = await open(CreditPage, '/credits/c');
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/sales/s'));
});

it('shows whoever has a share in a colleague’s sale the share alone', async () => {
  fakeApi({
    'GET /api/v1/credits/c': () => ({ ...credit('c', 40_000), share: 0.4 }),
    'GET /api/v1/sales/s': () => refusal(404, 'not-found'),
  });
  const { router } = await open(CreditPage, '/credits/c');
  expect(await screen.findByText(/Your share of a colleague’s sale/)).toBeTruthy();
  expect(screen.getByText('40%')).toBeTruthy();
  expect(router.currentRoute.value.path).toBe('/credits/c');
});
