import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import TerritoryPage from './TerritoryPage.vue';

const [ann, ben] = [
  { id: 'ann', name: 'Ann' },
  { id: 'ben', name: 'Ben' },
];
const choices = [
  { moves: 0, imbalance: 0.5, marginDisturbed: 0 },
  { moves: 1, imbalance: 0.25, marginDisturbed: 900_00 },
];
const view = {
  ...{ asOf: '2026-03-16', from: '2025-03-17', currency: 'EUR', unit: 'count', accounts: 4, locked: 0 },
  ...{ unknownMargins: 1, unknownHours: 0, unplaced: 0, choices, chosen: choices[1] },
  people: [
    { person: ann, capacity: 1, before: 4, after: 3, share: 2 },
    { person: ben, capacity: 1, before: 0, after: 1, share: 2 },
  ],
  moves: [{ account: { id: 'a', name: 'Huaxin' }, version: 7, from: ann, to: ben, load: 1, margin: 900_00 }],
};

it('shows what moves buy and disturb, opens figures, keeps an account, moves the rest on the versions that were seen', async () => {
  const sent: Record<string, unknown>[] = [];
  fakeApi({
    'GET /api/v1/territory/people': () => ({ items: [ann, ben] }),
    'GET /api/v1/territory/locks': () => ({ items: [] }),
    'GET /api/v1/territory/regroupings': () => ({ items: [] }),
    'POST /api/v1/territory/proposal': ({ body }) => {
      expect(body).toMatchObject({ personIds: ['ann', 'ben'], balance: 'accounts', moves: 10, price: 1 });
      return view;
    },
    'POST /api/v1/territory/why': ({ body }) => {
      sent.push(body as Record<string, unknown>);
      return {
        why: { op: 'sum', rule: 'territory.load', unit: 'count', value: 4, args: [] },
        asOf: '2026-03-16T09:00:00.000Z',
      };
    },
    'PUT /api/v1/territory/locks/a': ({ body }) => void sent.push(body as Record<string, unknown>),
    'POST /api/v1/territory/regroupings': ({ body }) => {
      sent.push(body as Record<string, unknown>);
      return { id: 'r', version: 1, accounts: 1 };
    },
  });
  await mountPage(TerritoryPage);
  expect(
    await screen.findByText(/1 move brings imbalance from 50% to 25% and puts €900.00 of margin into other hands/),
  ).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Ann · Now: 4. Why?' }));
  await waitFor(() => expect(sent.at(-1)).toMatchObject({ figure: 'load-before', personId: 'ann' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Keep Huaxin with Ann' }));
  await waitFor(() => expect(sent.at(-1)).toEqual({ isLocked: true }));
  await fireEvent.click(screen.getByRole('button', { name: 'Move 1 account' }));
  await fireEvent.click(await screen.findByRole('button', { name: 'Move' }));
  await waitFor(() =>
    expect(sent.at(-1)?.['moves']).toEqual([{ accountId: 'a', version: 7, fromId: 'ann', toId: 'ben' }]),
  );
});

it('says which accounts stand in the way of taking a regrouping back', async () => {
  const row = {
    ...{ id: 'r', version: 1, createdAt: '2026-03-16T09:00:00.000Z', updatedAt: '', archivedAt: null, by: ann },
    ...{
      balance: 'accounts',
      accounts: 2,
      imbalanceBefore: 0.5,
      imbalanceAfter: 0,
      marginDisturbed: 0,
      undoneAt: null,
    },
  };
  fakeApi({
    'GET /api/v1/territory/people': () => ({ items: [ann, ben] }),
    'GET /api/v1/territory/locks': () => ({ items: [] }),
    'GET /api/v1/territory/regroupings': () => ({ items: [row] }),
    'POST /api/v1/territory/proposal': () => view,
    'POST /api/v1/territory/regroupings/r/undo': () =>
      refusal(409, 'regrouping-touched', { issues: [{ path: '/accounts/a', code: 'changed', message: 'Huaxin' }] }),
  });
  await mountPage(TerritoryPage);
  await fireEvent.click(await screen.findByRole('button', { name: /Take back what was moved at/ }));
  expect(await screen.findByText(/were changed afterwards: Huaxin/)).toBeTruthy();
});
