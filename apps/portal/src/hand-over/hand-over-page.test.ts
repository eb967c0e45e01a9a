import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import AbsenceEntry from './AbsenceEntry.vue';
import HandOverLedger from './HandOverLedger.vue';
import LeaverPage from './LeaverPage.vue';

const ann = { id: 'ann', name: 'Ann' };
const ben = { id: 'ben', name: 'Ben' };

it('shows who covers an absence and, opened, who does what on its day', async () => {
  fakeApi({
    'GET /api/v1/absences/ann/work': ({ url }) => {
      expect(url.search).toBe('?from=2026-08-01&to=2026-08-14');
      const item = { kind: 'activity', id: 'a', name: 'Call back', dueOn: '2026-08-05', account: null };
      return { person: ann, asOf: '2026-08-01', total: 1, items: [{ ...item, worker: ben, as: 'backup' }] };
    },
  });
  const cover = [
    { person: ben, as: 'backup', accounts: 2, deals: 1 },
    { person: null, as: 'nobody', accounts: 1, deals: 0 },
  ];
  await mountPage(AbsenceEntry, {
    props: { absence: { person: ann, from: '2026-08-01', to: '2026-08-14', isNow: true, cover } },
  });
  expect(screen.getByText('Ben covers: 2 accounts, 1 open deal')).toBeTruthy();
  expect(screen.getByText('Nobody covers: 1 account, 0 open deals')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'What falls into it: the work of Ann' }));
  expect(await screen.findByText('Call back')).toBeTruthy();
  expect(screen.getByText('backup')).toBeTruthy();
});

it('tells what was done meanwhile, and lets the cover tell the rest', async () => {
  const writes: unknown[] = [];
  const row = {
    ...{ id: 'h', version: 2, createdAt: '', updatedAt: '', archivedAt: null, person: ann, cover: ben },
    ...{ from: '2026-08-01', to: '2026-08-14', status: 'back', outOn: '2026-08-01', backOn: '2026-08-15' },
    ...{ accounts: 3, done: [{ subject: 'activity', count: 4 }], note: null },
  };
  fakeApi({
    'GET /api/v1/hand-overs': () => ({ items: [row], next: null, total: null }),
    'PATCH /api/v1/hand-overs/h': ({ body, headers }) => {
      writes.push(body, headers.get('if-match'));
      return { ...row, version: 3 };
    },
  });
  await mountPage(HandOverLedger);
  useSession().me = { person: { ...ben, role: 'rep' }, today: '2026-08-20' } as never;
  expect(await screen.findByText(/meanwhile: Activity 4/)).toBeTruthy();
  await fireEvent.click(await screen.findByRole('button', { name: 'Tell what was done: Ann' }));
  await fireEvent.update(await screen.findByLabelText('Account of it'), 'They ask for a quote.');
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(writes).toEqual([{ note: 'They ask for a quote.' }, '"2"']));
});

it('of a leaver lists what is left, hands it over row by row, and cannot finish before', async () => {
  const sent: unknown[] = [];
  const item = { id: 'x', version: 1, name: 'Huaxin', account: null, backup: ann };
  fakeApi({
    'GET /api/v1/leavers/ben': () => ({
      ...{ person: ben, isActive: true, lastDay: null, leftAt: null, asOf: '2026-08-20', total: 1 },
      groups: [{ kind: 'account', count: 1, items: [item] }],
    }),
    'POST /api/v1/leavers/ben/reassign': ({ body }) => {
      sent.push(body);
      return { rows: [{ id: 'x', name: 'Huaxin', to: null, failure: 'owner-unknown' }], done: 0, left: 1 };
    },
  });
  const { createMemoryHistory, createRouter } = await import('vue-router');
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/team/leavers/:id', component: LeaverPage },
      { path: '/:path(.*)*', component: LeaverPage },
    ],
  });
  await mountPage(LeaverPage, { path: '/team/leavers/ben', router });
  expect(await screen.findByText('1 item is still theirs.')).toBeTruthy();
  expect((screen.getByRole('button', { name: 'Finish' }) as HTMLButtonElement).disabled).toBe(true);
  await fireEvent.keyDown(screen.getByRole('combobox', { name: 'How it is handed over' }), { key: 'Enter' });
  await fireEvent.keyDown(await screen.findByRole('option', { name: 'Each to its backup' }), { key: 'Enter' });
  await fireEvent.click(await screen.findByRole('button', { name: 'Accounts: Hand over 1' }));
  await waitFor(() => expect(sent).toEqual([{ kind: 'account', to: { by: 'backup' } }]));
  expect(await screen.findByText(/Huaxin: The owner is not a person you can see/)).toBeTruthy();
});
