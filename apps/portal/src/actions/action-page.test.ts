import type { ActionView } from '@milepost/contract/actions';
import { fireEvent, screen } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import ActionPage from './ActionPage.vue';
import { standingOf } from './status-tone.ts';

const action: ActionView = {
  id: 'a',
  version: 3,
  createdAt: '2026-03-16T09:00:00.000Z',
  updatedAt: '2026-03-16T09:00:00.000Z',
  archivedAt: null,
  name: 'Two visits a day',
  fact: 'Plan to date 100, actual 76',
  cause: 'volume',
  causeNote: null,
  dueOn: '2026-05-01',
  expectedMinor: 24_00,
  measure: 'revenue',
  unit: 'money',
  scopeKind: 'person',
  scope: { id: 'p', name: 'Ann' },
  currency: 'EUR',
  status: 'open',
  owner: { id: 'p', name: 'Ann' },
  openedOn: '2026-03-16',
  openedVarianceMinor: -24_00,
  checkedOn: null,
  checkedVarianceMinor: null,
  effectMinor: null,
};

it('is checked in the books, with the version that was seen', async () => {
  let checked = action;
  fakeApi({
    'GET /api/v1/actions/a': () => checked,
    'GET /api/v1/changes': () => ({ items: [], next: null, total: null }),
    'POST /api/v1/actions/a/check': ({ headers }) => {
      expect(headers.get('if-match')).toBe('"3"');
      checked = { ...action, version: 4, checkedOn: '2026-04-30', checkedVarianceMinor: -10_00, effectMinor: 14_00 };
      return checked;
    },
  });
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/plan/actions/:id', component: ActionPage }],
  });
  await mountPage(ActionPage, { path: '/plan/actions/a', router });
  expect(await screen.findByText('Not checked yet')).toBeTruthy();
  expect(screen.getByText('Plan to date 100, actual 76')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Check in the books' }));
  expect(await screen.findByText(/Checked on 2026-04-30/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /Effect so far.*14\.00/ })).toBeTruthy();
});

it('that is open past its day says so in a word', () => {
  expect(standingOf(action, '2026-05-01')).toEqual({ word: 'open', tone: 'open' });
  expect(standingOf(action, '2026-05-02')).toEqual({ word: 'late', tone: 'bad' });
  expect(standingOf({ ...action, status: 'done' }, '2026-05-02')).toEqual({ word: 'done', tone: 'good' });
});
