import { fireEvent, screen, within } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { useWhySheet } from '../explain/use-why.ts';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import PromisesPage from './PromisesPage.vue';

const me = () => ({
  person: { id: 'ann', name: 'Ann', role: 'rep' },
  organisation: { currency: 'EUR', exponent: 2, decimalMark: '.', dateFormat: 'ymd' },
  today: '2026-03-16',
});
const sums = { asked: 6, done: 3, planned: 1, unmet: 2 };
const line = { asked: 2, planned: 1, done: 0, unmet: 1, from: '2026-03-01', to: '2026-03-31', isOver: false };
const view = {
  ...{ from: '2026-01-01', to: '2026-03-31', asOf: '2026-03-16', byTier: [] },
  total: { accounts: 1, ...sums },
  rows: [
    {
      ...{ account: { id: 'alder', name: 'Alder' }, tier: 'B', owner: { id: 'ann', name: 'Ann' } },
      ...{ cadence: { count: 2, per: 'month' }, ...sums, lines: [line] },
    },
  ],
};

async function openPromises(shown: object) {
  const asked: string[] = [];
  fakeApi({
    'GET /api/v1/me': me,
    'GET /api/v1/promises': ({ url }) => {
      asked.push(url.search);
      return shown;
    },
    'GET /api/v1/promises/why': ({ url }) => {
      asked.push(url.search);
      return {
        why: { op: 'sum', rule: 'cadence.unmet-of-account', unit: 'count', value: 2, args: [] },
        asOf: '2026-03-16T09:00:00Z',
      };
    },
  });
  await mountPage(PromisesPage);
  await useSession().load();
  return asked;
}

it('shows what was promised in a quarter by account, its periods, and opens figures', async () => {
  const asked = await openPromises(view);
  expect(await screen.findByRole('button', { name: /^Unmet: 2/ })).toBeTruthy();
  expect(asked).toEqual(['?ownerId=ann&limit=100']);
  await fireEvent.click(screen.getByRole('button', { name: /^Alder · Unmet: 2/ }));
  expect(asked[1]).toBe('?figure=unmet&ownerId=ann&accountId=alder');
  useWhySheet().isOpen.value = false;
  await fireEvent.click(screen.getByRole('button', { name: 'The quarter before' }));
  await screen.findByRole('button', { name: /^Unmet: 2/ });
  expect(asked[2]).toBe('?ownerId=ann&quarterOf=2025-12-31&limit=100');
  await fireEvent.click(screen.getByText('Alder'));
  const sheet = await screen.findByRole('dialog', { name: 'Alder' });
  expect(within(sheet).getByText('1 to plan')).toBeTruthy();
  expect(within(sheet).getByText(/asked 2 · done 0 · planned 1/)).toBeTruthy();
});

it('says what to do where nothing was promised', async () => {
  await openPromises({ ...view, total: { accounts: 0, asked: 0, done: 0, planned: 0, unmet: 0 }, rows: [] });
  expect(await screen.findByText(/No account of yours was promised visits/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'To the accounts' })).toBeTruthy();
});
