import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import TierCard from './TierCard.vue';

const Card = defineComponent(() => () => h(TierCard, { recordId: 'alder' }));
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
const ledger = { accountId: 'alder', cadence: null, from: null, since: null, lines: [], kept: null };

it('tells the tier and what may change it, and holds one with a reason', async () => {
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
  expect(await screen.findByText(/Its score stood in A at one review/)).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Hold a tier' }));
  await fireEvent.update(await screen.findByRole('textbox', { name: 'Reason' }), 'they grow');
  await fireEvent.click(screen.getByRole('button', { name: 'Hold the tier' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({ body: { hold: { tier: 'B', reason: 'they grow', until: null } }, match: '"4"' });
});

it('says so before the first review', async () => {
  fakeApi({
    'GET /api/v1/me': me,
    'GET /api/v1/accounts/alder/tier': () => ({ ...stand, tier: null, byScore: null, reviewedOn: null, history: [] }),
    'GET /api/v1/accounts/alder/promise': () => ledger,
  });
  await mountPage(Card);
  await useSession().load();
  expect(await screen.findByText(/No tier yet/)).toBeTruthy();
});
