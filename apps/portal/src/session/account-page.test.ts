import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import DevicePage from './DevicePage.vue';
import DeviceSessions from './DeviceSessions.vue';

const session = (id: string, userAgent: string) => ({
  id,
  token: `token-${id}`,
  userAgent,
  ipAddress: '10.0.0.7',
  createdAt: '2026-03-01T08:00:00Z',
  updatedAt: `2026-03-0${id}T08:00:00Z`,
  expiresAt: '2026-04-01T00:00:00Z',
});

it('A1 signs another device out, and never the one in front of you', async () => {
  let sessions = [session('1', 'Mozilla (iPhone) Safari/604'), session('2', 'Mozilla (X11; Linux) Firefox/140')];
  fakeApi({
    'GET /api/auth/list-sessions': () => sessions,
    'GET /api/auth/get-session': () => ({ session: { id: '2' } }),
    'POST /api/auth/revoke-session': ({ body }) => {
      expect(body).toEqual({ token: 'token-1' });
      sessions = sessions.filter(({ id }) => id !== '1');
      return {};
    },
  });
  await mountPage(DeviceSessions);
  const buttons = await screen.findAllByRole('button', { name: /Sign out/ });
  expect(buttons).toHaveLength(1);
  await fireEvent.click(buttons[0] as HTMLElement);
  await waitFor(() => expect(screen.queryByText('Safari · iOS')).toBeNull());
  expect(screen.getByText('Firefox · Linux')).toBeTruthy();
});

it('A1 connects the extension after the code was seen, however it was typed', async () => {
  const asked = fakeApi({
    'GET /api/auth/device': ({ url }) => {
      expect(url.searchParams.get('user_code')).toBe('ABCD1234');
      return { user_code: 'ABCD1234', status: 'pending' };
    },
    'POST /api/auth/device/approve': ({ body }) => {
      expect(body).toEqual({ userCode: 'ABCD1234' });
      return { success: true };
    },
  });
  await mountPage(DevicePage, { path: '/device?user_code=abcd-1234' });
  await fireEvent.submit(screen.getByRole('button', { name: 'Continue' }).closest('form') as HTMLFormElement);
  await fireEvent.click(await screen.findByRole('button', { name: 'Connect' }));
  expect(await screen.findByText(/go back to the extension/)).toBeTruthy();
  expect(asked).toEqual(['GET /api/auth/device', 'POST /api/auth/device/approve']);
});
