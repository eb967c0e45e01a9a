import { fireEvent, screen } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import LastChangesPage from './LastChangesPage.vue';

const set = (id: string, state: string, name: string) => ({
  ...{ id, at: '2026-03-16T09:00:00.000Z', count: 3, state },
  changes: [
    {
      ...{ id: `change ${id}`, at: '2026-03-16T09:00:00.000Z', actor: { id: 'ann', name: 'Ann' }, apiKey: null },
      ...{
        subject: 'account',
        recordId: id,
        name,
        action: 'archived',
        version: 2,
        before: null,
        after: null,
        reason: null,
      },
    },
  ],
});

it('tells what one did last and takes it back', async () => {
  let items = [set('one', 'open', 'Huaxin'), set('two', 'overtaken', 'Borealis')];
  const asked = fakeApi({
    'GET /api/v1/changes/sets': () => ({ items }),
    'POST /api/v1/changes/sets/one/undo': () => {
      items = [set('one', 'undone', 'Huaxin')];
      return { removed: 0, restored: 1 };
    },
  });
  await mountPage(LastChangesPage);
  expect(await screen.findByText('changed since')).toBeTruthy();
  expect(screen.getAllByText('and 2 more')).toHaveLength(2);
  await fireEvent.click(screen.getByRole('button', { name: 'Take back: Account: archived (Huaxin)' }));
  expect(await screen.findByText('Taken back: Account: archived (Huaxin)')).toBeTruthy();
  expect(await screen.findByText('taken back')).toBeTruthy();
  expect(asked).toContain('POST /api/v1/changes/sets/one/undo');
});

it('says why something is not taken back, and has an empty state', async () => {
  let items = [set('one', 'open', 'Huaxin')];
  fakeApi({
    'GET /api/v1/changes/sets': () => ({ items }),
    'POST /api/v1/changes/sets/one/undo': () => {
      items = [];
      return refusal(409, 'set-not-undoable');
    },
  });
  await mountPage(LastChangesPage);
  await fireEvent.click(await screen.findByRole('button', { name: /^Take back/ }));
  expect(await screen.findByText(/has been changed again since/)).toBeTruthy();
  expect(await screen.findByText('You have changed nothing yet.')).toBeTruthy();
});

it('says where a merge and a regrouping are taken back', async () => {
  const [merge, regrouping] = [set('one', 'closed', 'Huaxin'), set('two', 'closed', 'North')];
  for (const change of merge.changes) change.action = 'merged';
  for (const change of regrouping.changes) change.subject = 'regrouping';
  fakeApi({ 'GET /api/v1/changes/sets': () => ({ items: [merge, regrouping, set('three', 'closed', 'Mail')] }) });
  await mountPage(LastChangesPage);
  const links = await screen.findAllByRole('link', { name: /^taken back/ });
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['/duplicates', '/team/territory']);
  expect(screen.getByText('not from here')).toBeTruthy();
});
