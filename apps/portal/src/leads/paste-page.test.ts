import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it, vi } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import PastePage from './PastePage.vue';

const read = {
  ...{ kind: 'text', title: '', more: [] },
  leads: [
    {
      ...{ kind: 'person', name: 'Ann Lee', title: 'Director', company: 'Huaxin', addresses: [], websites: [] },
      ...{ emails: [{ value: 'ann@huaxin.example' }], phones: [], profiles: [] },
      provenance: [{ field: 'name', value: 'Ann Lee', raw: 'Ann Lee', source: 'signature', path: '', confidence: 0.9 }],
    },
  ],
};
const upload = vi.hoisted(() => vi.fn());
vi.mock('../http/upload.ts', () => ({ upload }));

it('reads what is pasted, shows sources and who it may be, and joins what its person chose', async () => {
  upload.mockResolvedValue(read);
  const sent: unknown[] = [];
  fakeApi({
    'POST /api/v1/capture/match': ({ body }) => ({
      matches: [
        {
          ...{ key: (body as { leads: { key: string }[] }).leads[0]?.key, status: 'likely', reasons: ['same-name'] },
          record: { kind: 'contact', id: 'c', label: 'Ann Lee', version: 1 },
          diff: [{ field: 'title', mine: 'Director', theirs: 'Clerk' }],
        },
      ],
    }),
    'POST /api/v1/clips': ({ body }) => {
      sent.push(body);
      return { outcome: 'merged', record: { kind: 'contact', id: 'c', label: 'Ann Lee' }, leadId: null };
    },
  });
  await mountPage(PastePage);
  await fireEvent.update(screen.getByLabelText('Text to read'), 'Ann Lee\nDirector');
  await fireEvent.click(screen.getByRole('button', { name: 'Read' }));
  expect(await screen.findByDisplayValue('ann@huaxin.example')).toBeTruthy();
  expect(screen.getByText('Signature')).toBeTruthy();
  await fireEvent.click(await screen.findByLabelText('It is Ann Lee: add it there'));
  await fireEvent.click(await screen.findByLabelText('Job title: Director in place of Clerk'));
  await fireEvent.update(screen.getByLabelText('Company'), 'Huaxin Ltd');
  await fireEvent.click(screen.getByRole('button', { name: 'Save to the record' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent).toMatchObject([
    { into: { kind: 'contact', id: 'c' }, replace: ['title'], lead: { company: 'Huaxin Ltd', name: 'Ann Lee' } },
  ]);
  expect(await screen.findByText('Added to what is known:')).toBeTruthy();
});
