import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import MergedHere from '../records/MergedHere.vue';
import DuplicatesPage from './DuplicatesPage.vue';

const fields = { name: 'Huaxin', region: 'East', phone: null };
const pair = {
  a: { id: 'a', version: 3, name: 'Huaxin', fields },
  b: { id: 'b', version: 5, name: 'Huaxin Ltd', fields: { ...fields, name: 'Huaxin Ltd', phone: '1' } },
  likeness: 'likely',
  reasons: ['same-name-apart-from-legal-form'],
};
const merge = {
  id: 'm',
  kind: 'account',
  at: '2026-03-16T09:00:00.000Z',
  survivor: { id: 'a', name: 'Huaxin' },
  merged: { id: 'b', name: 'Huaxin Ltd' },
  movedCount: 2,
  person: { id: 'p', name: 'Ann' },
  undoneAt: null,
};

it('merges two that are likely one: the survivor keeps what it says and takes what it does not know', async () => {
  const sent: unknown[] = [];
  fakeApi({
    'GET /api/v1/duplicates': () => ({ items: [pair], hasMore: false }),
    'POST /api/v1/merges': ({ body }) => {
      sent.push(body);
      return merge;
    },
  });
  await mountPage(DuplicatesPage);
  await fireEvent.click(await screen.findByRole('button', { name: 'Merge Huaxin and Huaxin Ltd' }));
  expect(
    await screen.findByText('Huaxin Ltd goes to the archive; its address leads to the record that stays.'),
  ).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Merge' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    kind: 'account',
    survivor: { id: 'a', version: 3 },
    merged: { id: 'b', version: 5 },
    take: ['phone'],
  });
  expect(await screen.findByText('Merged; 2 records moved')).toBeTruthy();
});

it('says when no two records look like one', async () => {
  fakeApi({ 'GET /api/v1/duplicates': () => ({ items: [], hasMore: false }) });
  await mountPage(DuplicatesPage);
  expect(await screen.findByText('No two records here look like one.')).toBeTruthy();
});

it('takes a merge back from the record that stayed', async () => {
  const asked = fakeApi({
    'GET /api/v1/merges': () => ({ items: [merge] }),
    'POST /api/v1/merges/m/undo': () => ({ ...merge, undoneAt: merge.at }),
  });
  await mountPage(MergedHere, { props: { kind: 'account', id: 'a' } });
  await fireEvent.click(await screen.findByRole('button', { name: 'Undo the merge' }));
  await waitFor(() => expect(asked).toContain('POST /api/v1/merges/m/undo'));
  expect(await screen.findByText('Two records again')).toBeTruthy();
});
