import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import BulkDialog from './BulkDialog.vue';

const kind = { subject: 'lead', room: 'leads', path: '/leads', place: '/leads' };
const row = (id: string, more: object = {}) => ({ id, name: id, outcome: 'done', code: null, issues: [], ...more });
const result = {
  ...{ subject: 'lead', done: 3, unchanged: 0, refused: 2, changeSetId: 'set' },
  rows: [
    row('Huaxin'),
    row('Li Na'),
    row('Borealis'),
    row('Wang Ming', {
      ...{ outcome: 'refused', code: 'invalid-input' },
      issues: [{ path: '/company', code: 'required', message: '' }],
    }),
    row('x', { name: null, outcome: 'refused', code: 'not-found' }),
  ],
};

it('converts what is selected, lists what was refused with the missing field, and takes all of it back', async () => {
  const sent: unknown[] = [];
  fakeApi({
    'GET /api/v1/custom-fields': () => ({ items: [], next: null, total: null }),
    'POST /api/v1/leads/bulk': ({ body }) => {
      sent.push(body);
      return result;
    },
    'POST /api/v1/changes/sets/set/undo': () => {
      sent.push('undo');
      return { removed: 3, restored: 3 };
    },
  });
  await mountPage(BulkDialog, {
    props: { kind, subject: 'lead', deed: 'convert', which: { ids: ['a', 'b'] }, count: 2 },
  });
  await fireEvent.click(await screen.findByRole('button', { name: 'Change 2' }));
  expect(await screen.findByText('3 changed')).toBeTruthy();
  expect(screen.getByText('2 not changed')).toBeTruthy();
  expect(screen.getByText('Wang Ming').getAttribute('href')).toBe('/leads/Wang Ming');
  expect(screen.getByText('Company: Required, and nothing is known yet.')).toBeTruthy();
  expect(screen.getByText('A record that you cannot see')).toBeTruthy();
  expect(screen.queryByText('Huaxin')).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Undo all' }));
  expect(await screen.findByText('All of it was taken back.')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo all' })).toBeNull());
  expect(sent).toEqual([{ which: { ids: ['a', 'b'] }, deed: { kind: 'convert' } }, 'undo']);
});

it('asks of an account’s status why, and sends nothing before that is said', async () => {
  fakeApi({ 'GET /api/v1/custom-fields': () => ({ items: [], next: null, total: null }) });
  const accounts = { subject: 'account', room: 'accounts', path: '/accounts', place: '/accounts' };
  await mountPage(BulkDialog, {
    props: { kind: accounts, subject: 'account', deed: 'status', which: { ids: ['a'] }, count: 1 },
  });
  const run = (await screen.findByRole('button', { name: 'Change 1' })) as HTMLButtonElement;
  expect(run.disabled).toBe(true);
  expect(screen.getByLabelText(/^Why/)).toBeTruthy();
});
