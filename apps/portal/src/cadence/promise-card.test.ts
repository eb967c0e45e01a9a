import { screen } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import PromiseCard from './PromiseCard.vue';

const Card = defineComponent(() => () => h(PromiseCard, { recordId: 'alder' }));
const me = () => ({
  person: { id: 'ann', name: 'Ann', role: 'rep' },
  organisation: { currency: 'EUR', exponent: 2, decimalMark: '.', dateFormat: 'ymd' },
  today: '2026-03-16',
});

const line = { asked: 2, planned: 0, done: 2, unmet: 0, isOver: true };
const ledger = {
  ...{ accountId: 'alder', cadence: { count: 2, per: 'month' }, from: 'tier', since: '2026-01-01' },
  lines: [
    { ...line, from: '2026-03-01', to: '2026-03-31', done: 1, unmet: 1, isOver: false },
    { ...line, from: '2026-02-01', to: '2026-02-28', done: 1, unmet: 1 },
    { ...line, from: '2026-01-01', to: '2026-01-31' },
  ],
  kept: { num: 3, den: 4, value: 0.75 },
};

it('tells the promise and what became of it, period by period', async () => {
  fakeApi({ 'GET /api/v1/me': me, 'GET /api/v1/accounts/alder/promise': () => ledger });
  await mountPage(Card);
  await useSession().load();
  expect(await screen.findByText('3 of 4 visits made in the periods that are over.')).toBeTruthy();
  expect(screen.getByText(/2 visits a month/)).toBeTruthy();
  expect([screen.getByText('1 to plan'), screen.getByText('1 unmet'), screen.getByText('met')]).toHaveLength(3);
});

it('says so where nothing was promised', async () => {
  const nothing = { ...ledger, cadence: null, from: null, lines: [], kept: null };
  fakeApi({ 'GET /api/v1/me': me, 'GET /api/v1/accounts/alder/promise': () => nothing });
  await mountPage(Card);
  await useSession().load();
  expect(await screen.findByText(/Nothing was promised/)).toBeTruthy();
});
