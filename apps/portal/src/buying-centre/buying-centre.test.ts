import type { BuyingCentreView } from '@milepost/contract/buying-centre';
import { fireEvent, screen } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import BuyingCentre from './BuyingCentre.vue';
import { card, mapOf } from './map-lines.ts';

const nobody = { version: 1, title: null, buyingRole: null, influence: null, stance: null, reportsToId: null };
const centre = {
  members: [
    { ...nobody, id: 'dora', name: 'Dora', buyingRole: 'decider', influence: 3, stance: 'against' },
    { ...nobody, id: 'bo', name: 'Bo', title: 'Head of purchasing', buyingRole: 'buyer', reportsToId: 'dora' },
    { ...nobody, id: 'cem', name: 'Cem', stance: 'for' },
  ],
  ties: [{ id: 'tie', aId: 'cem', bId: 'bo' }],
  missing: ['user', 'gatekeeper'],
  ways: [
    {
      to: { id: 'dora', name: 'Dora' },
      path: [
        { id: 'cem', name: 'Cem' },
        { id: 'dora', name: 'Dora' },
      ],
    },
  ],
  hasMore: false,
} as BuyingCentreView;

it('has a line for each who reports and each two who know each other, between cards that do not overlap', () => {
  const { cards, lines, width, height } = mapOf(centre);
  expect(lines.map(({ key }) => key)).toEqual(['reports bo', 'knows tie']);
  expect(cards.map(({ id }) => id)).toEqual(['dora', 'bo', 'cem']);
  for (const { x, y } of cards) {
    expect(x + card.width).toBeLessThanOrEqual(width);
    expect(y + card.height).toBeLessThanOrEqual(height);
  }
  expect(mapOf({ members: [], ties: [] })).toEqual({ width: 0, height: 0, cards: [], lines: [] });
});

it('is drawn, told as a list, and says who is missing and who could speak for us', async () => {
  fakeApi({
    'GET /api/v1/accounts/acme/buying-centre': () => centre,
    'GET /api/v1/contacts/cem': () => ({ id: 'cem', version: 1, name: 'Cem', archivedAt: null }),
  });
  await mountPage(BuyingCentre, { props: { recordId: 'acme' } });
  const dora = await screen.findByRole('button', { name: /Dora Decider Against Influence 3 of 3/ });
  expect(dora.getAttribute('aria-pressed')).toBe('false');
  expect(screen.getByText('Nobody is known as: User and Gatekeeper.')).toBeTruthy();
  expect(screen.getByText('Dora is to be won. The way there: Cem → Dora.')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: /^Cem/ }));
  expect(await screen.findByRole('button', { name: 'No longer knows Bo' })).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'List' }));
  expect(screen.getByText('Reports to Dora')).toBeTruthy();
  expect(screen.getByText('Knows Bo')).toBeTruthy();
});

it('says what to do where nobody is known', async () => {
  const empty = { members: [], ties: [], missing: [], ways: [], hasMore: false };
  fakeApi({ 'GET /api/v1/accounts/acme/buying-centre': () => empty });
  await mountPage(BuyingCentre, { props: { recordId: 'acme' } });
  expect(await screen.findByText(/Nobody is known here yet/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'List' })).toBeNull();
});
