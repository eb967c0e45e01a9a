import { screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import OnlookersMark from './OnlookersMark.vue';

const props = { subject: 'account', recordId: 'acme' };

it('says who else looks, and goodbye when the page is left', async () => {
  const others = [
    { id: 'ben', name: 'Ben' },
    { id: 'max', name: 'Max' },
  ];
  const asked = fakeApi({
    'PUT /api/v1/presence/account/acme': () => ({ others }),
    'DELETE /api/v1/presence/account/acme': () => undefined,
  });
  const { unmount } = await mountPage(OnlookersMark, { props });
  expect(await screen.findByText('Ben and Max are looking at this')).toBeTruthy();
  unmount();
  await waitFor(() => expect(asked.at(-1)).toBe('DELETE /api/v1/presence/account/acme'));
});

it('says nothing where nobody does', async () => {
  fakeApi({
    'PUT /api/v1/presence/account/acme': () => ({ others: [] }),
    'DELETE /api/v1/presence/account/acme': () => undefined,
  });
  await mountPage(OnlookersMark, { props });
  expect((await screen.findByRole('status', { hidden: true })).textContent?.trim()).toBe('');
});
