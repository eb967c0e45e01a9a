import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import ApiKeysPage from './ApiKeysPage.vue';

const key = (id: string, state: string, more: object = {}) => ({
  ...{ id, name: `Key ${id}`, scope: 'write', areas: null, person: { id: 'ann', name: 'Ann' }, ending: 'x9Qz', state },
  ...{ createdAt: '2026-03-16T09:00:00.000Z', expiresAt: null, lastUsedAt: null, revokedAt: null, ...more },
});

it('tells what each key may do, and revokes one after asking', async () => {
  let items = [key('one', 'active', { areas: ['plan', 'money'], scope: 'read' }), key('two', 'revoked')];
  fakeApi({
    'GET /api/v1/api-keys': () => ({ items }),
    'POST /api/v1/api-keys/one/revoke': () => {
      items = [key('one', 'revoked'), key('two', 'revoked')];
      return items[0];
    },
  });
  await mountPage(ApiKeysPage);
  expect(await screen.findByText('Read: Plan, Money')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Revoke “Key two”' })).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Revoke “Key one”' }));
  expect(await screen.findByText(/It cannot be brought back/)).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Revoke' }));
  await waitFor(() => expect(screen.getAllByText('Revoked').length).toBeGreaterThanOrEqual(2));
});

it('shows the secret of a new key once, and sends what was chosen', async () => {
  const sent: unknown[] = [];
  fakeApi({
    'GET /api/v1/api-keys': () => ({ items: [] }),
    'POST /api/v1/api-keys': ({ body }) => {
      sent.push(body);
      return { ...key('one', 'active'), name: 'Night run', secret: 'mpk_secret' };
    },
  });
  await mountPage(ApiKeysPage);
  await fireEvent.click((await screen.findAllByRole('button', { name: 'New key' }))[0] as HTMLElement);
  await fireEvent.update(await screen.findByLabelText(/Name/), 'Night run');
  await fireEvent.click(screen.getByLabelText('Money'));
  await fireEvent.click(screen.getByRole('button', { name: 'Make the key' }));
  expect(await screen.findByDisplayValue('mpk_secret')).toBeTruthy();
  expect(sent).toMatchObject([{ name: 'Night run', scope: 'read', areas: ['records', 'plan', 'growth', 'people'] }]);
});

it('says what stopped it, and has an empty state', async () => {
  fakeApi({ 'GET /api/v1/api-keys': () => refusal(500, 'internal') });
  await mountPage(ApiKeysPage);
  expect(await screen.findByText(/Something went wrong on our side/)).toBeTruthy();
});
