import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import RatesPage from './RatesPage.vue';

const organisation = {
  currency: 'BRL',
  exponent: 2,
  decimalMark: ',',
  dateFormat: 'ymd',
  locale: 'en',
  timeZone: 'UTC',
};
const me = { person: { id: 'vera', name: 'Vera', role: 'admin' }, organisation, today: '2026-03-16' };
const usd = {
  ...{ id: 'usd', version: 2, archivedAt: null },
  ...{ kind: 'day', currency: 'USD', day: '2026-03-10', rate: '5.1234567891', source: 'Central bank' },
};
const page = (items: object[]) => ({ items, next: null, total: items.length });
const nothingMissing = { 'GET /api/v1/missing-rates': () => ({ items: [] }), 'GET /api/v1/me': () => me };
const currencies = { 'GET /api/v1/currencies': () => ({ items: [{ value: 'USD', count: 1 }] }) };

async function openPage() {
  await mountPage(RatesPage, { path: '/settings/rates' });
  await useSession().load();
}

it('shows every digit of a rate with the mark of the organisation, and takes a rate away with its version', async () => {
  const removed: (string | null)[] = [];
  fakeApi({
    ...nothingMissing,
    'GET /api/v1/rates': () => page([usd]),
    'GET /api/v1/saved-views': () => ({ items: [] }),
    'POST /api/v1/rates/usd/archive': ({ headers }) => {
      removed.push(headers.get('if-match'));
      return { ...usd, archivedAt: '2026-03-16T09:00:00Z' };
    },
  });
  await openPage();
  expect(await screen.findByText('5,1234567891')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: /Remove the rate of USD/ }));
  await waitFor(() => expect(removed).toEqual(['"2"']));
});

it('names the rates that totals wait for, and leads to entering one', async () => {
  const made: unknown[] = [];
  fakeApi({
    ...nothingMissing,
    ...currencies,
    'GET /api/v1/missing-rates': () => ({ items: [{ currency: 'EUR', day: '2026-03-10' }] }),
    'GET /api/v1/rates': () => page([]),
    'POST /api/v1/rates': ({ body }) => {
      made.push(body);
      return { ...usd, ...(body as object) };
    },
  });
  await openPage();
  expect(await screen.findByText('Totals wait for one rate:')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: /Enter the rate of EUR/ }));
  await fireEvent.update(await screen.findByLabelText(/^Rate/), '6,05');
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(made).toMatchObject([{ kind: 'day', currency: 'EUR', day: '2026-03-10', rate: '6.05' }]));
});

it('says what rates are for while there is none, and why one is refused', async () => {
  fakeApi({
    ...nothingMissing,
    ...currencies,
    'GET /api/v1/rates': () => page([]),
    'POST /api/v1/rates': () => refusal(409, 'rate-taken', { issues: [{ path: '/day', code: 'taken', message: '5' }] }),
  });
  await openPage();
  expect(await screen.findByText(/No rate yet/)).toBeTruthy();
  await fireEvent.click(screen.getAllByRole('button', { name: 'Add a rate' })[0] as HTMLElement);
  await fireEvent.update(await screen.findByLabelText(/^Currency/), 'USD');
  await fireEvent.update(screen.getByLabelText(/^Day/), '2026-03-10');
  await fireEvent.update(screen.getByLabelText(/^Rate/), '5');
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.getByLabelText(/^Day/).getAttribute('aria-invalid')).toBe('true'));
});
