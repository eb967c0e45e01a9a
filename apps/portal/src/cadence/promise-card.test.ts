import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import PromiseCard from './PromiseCard.vue';

const Card = defineComponent(() => () => h(PromiseCard, { accountId: 'alder' }));
const me = () => ({
  person: { id: 'ann', name: 'Ann', role: 'rep' },
  organisation: { currency: 'EUR', exponent: 2, decimalMark: '.', dateFormat: 'ymd' },
  today: '2026-03-16',
});
const stand = {
  ...{ accountId: 'alder', version: 4, tier: 'B', byScore: 'A', beyond: 1, reviewedOn: '2026-01-01' },
  ...{ scoreMinor: 90_000, potentialMinor: null, hold: null },
  history: [{ id: 'e1', onDay: '2026-01-01', tier: 'B', cause: 'review', scoreMinor: 80_000 }],
};
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

it('tells tier, promise and what became of it, and holds a tier with a reason', async () => {
  const sent: { body: unknown; match: string | null }[] = [];
  fakeApi({
    'GET /api/v1/me': me,
    'GET /api/v1/accounts/alder/tier': () => stand,
    'GET /api/v1/accounts/alder/promise': () => ledger,
    'PUT /api/v1/accounts/alder/tier-hold': ({ body, headers }) => {
      sent.push({ body, match: headers.get('if-match') });
      return { ...stand, version: 5 };
    },
  });
  await mountPage(Card);
  await useSession().load();
  expect(await screen.findByText('3 of 4 visits made in the periods that are over.')).toBeTruthy();
  expect(screen.getByText(/2 visits a month/)).toBeTruthy();
  expect([screen.getByText('1 to plan'), screen.getByText('1 unmet'), screen.getByText('met')]).toHaveLength(3);
  expect(await screen.findByText(/Its score stood in A at one review/)).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Hold a tier' }));
  await fireEvent.update(await screen.findByRole('textbox', { name: 'Reason' }), 'they grow');
  await fireEvent.click(screen.getByRole('button', { name: 'Hold the tier' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({ body: { hold: { tier: 'B', reason: 'they grow', until: null } }, match: '"4"' });
});

it('says so where nothing was promised', async () => {
  fakeApi({
    'GET /api/v1/me': me,
    'GET /api/v1/accounts/alder/tier': () => ({
      ...stand,
      tier: null,
      byScore: null,
      beyond: 0,
      reviewedOn: null,
      history: [],
    }),
    'GET /api/v1/accounts/alder/promise': () => ({ ...ledger, cadence: null, from: null, lines: [], kept: null }),
  });
  await mountPage(Card);
  await useSession().load();
  expect(await screen.findByText(/Nothing was promised/)).toBeTruthy();
  expect(await screen.findByText(/No tier yet/)).toBeTruthy();
});
