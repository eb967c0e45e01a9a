import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import ExpensePage from './ExpensePage.vue';
import ReviewPage from './ReviewPage.vue';

const may = { edit: false, submit: false, withdraw: false, decide: false, reimburse: false };
const expense = {
  ...{ id: 'e', version: 2, archivedAt: null, day: '2026-03-10', category: 'Meals', vendor: 'Roma' },
  ...{ amountMinor: 41_30, currency: 'EUR', purpose: 'Lunch with Huaxin', campaign: null, externalId: null },
  ...{ status: 'submitted', person: { id: 'ann', name: 'Ann' }, team: null, account: null, receipt: null },
  ...{ submittedAt: '2026-03-11T09:00:00.000Z', decidedAt: null, decidedBy: null, reason: null },
  ...{ reimbursedAt: null, reimbursedBy: null, may },
};
const routes = ['/expenses/:id', '/:path(.*)*'].map((path) => ({ path, component: { render: () => null } }));
const open = (page: typeof ExpensePage | typeof ReviewPage, path: string) =>
  mountPage(page, { path, router: createRouter({ history: createMemoryHistory(), routes }) });
const nothing = { items: [], next: null };

it('is decided by whoever stands above, a rejection with its reason and the version that was seen', async () => {
  const said: unknown[] = [];
  fakeApi({
    'GET /api/v1/expenses/e': () => ({ ...expense, may: { ...may, decide: true } }),
    'GET /api/v1/changes': () => nothing,
    'POST /api/v1/expenses/e/reject': ({ body, headers }) => {
      said.push(body, headers.get('if-match'));
      return { ...expense, version: 3, status: 'rejected' };
    },
  });
  await open(ExpensePage, '/expenses/e');
  await fireEvent.click(await screen.findByRole('button', { name: 'Reject: Lunch with Huaxin' }));
  const reject = await waitFor(() => {
    const button = screen.getAllByRole('button', { name: 'Reject' }).at(-1) as HTMLButtonElement;
    expect(button.disabled).toBe(true);
    return button;
  });
  await fireEvent.update(screen.getByLabelText(/^Reason/), 'Which customer?');
  await fireEvent.click(reject);
  await waitFor(() => expect(said).toEqual([{ reason: 'Which customer?' }, '"2"']));
  expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Attach receipt' })).toBeNull();
});

it('is changed and given a receipt by its claimant while it is a draft', async () => {
  fakeApi({
    'GET /api/v1/expenses/e': () => ({ ...expense, status: 'draft', may: { ...may, edit: true, submit: true } }),
    'GET /api/v1/changes': () => nothing,
  });
  await open(ExpensePage, '/expenses/e');
  expect(await screen.findByRole('button', { name: 'Hand in: Lunch with Huaxin' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Change' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Attach receipt' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Approve/ })).toBeNull();
});

it('waits in the review with its flags and what they rest on', async () => {
  const flags = [
    { rule: 'duplicate', score: 0.7, evidence: [{ kind: 'expense', id: 'f', label: '2026-03-09 · Roma · Lunch' }] },
    { rule: 'no-receipt', score: 0.4, evidence: [] },
  ];
  fakeApi({
    'GET /api/v1/expenses': () => ({ items: [{ ...expense, may: { ...may, decide: true } }], next: null, total: 1 }),
    'GET /api/v1/expenses/audit': () => ({
      ...{ from: '2026-01-01', to: '2026-03-16', looked: 12 },
      items: [{ expense, score: 0.82, flags }],
      benford: { status: 'insufficientData', n: 12, grade: null },
    }),
  });
  await open(ReviewPage, '/expenses/review');
  expect(await screen.findByText(/The same amount within two days/)).toBeTruthy();
  expect(screen.getByRole('link', { name: '2026-03-09 · Roma · Lunch' }).getAttribute('href')).toBe('/expenses/f');
  expect(screen.getByText('worth a look: 82%')).toBeTruthy();
  expect(screen.getByText(/12 amounts are too few/)).toBeTruthy();
  expect(screen.getByText('None of the decided claims raises a flag.')).toBeTruthy();
});
