import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import WebhooksPage from './WebhooksPage.vue';

const webhook = (more: object = {}) => ({
  ...{ id: 'one', version: 2, name: 'Warehouse', url: 'https://hooks.example/in', events: ['account.created'] },
  ...{ isEnabled: true, disabledBecause: null, person: { id: 'max', name: 'Max' }, failingSince: null },
  ...{ formerSecretUntil: null, archivedAt: null, secret: null, ...more },
});
const page = (items: object[]) => ({ items, next: null, total: null });
const delivery = {
  ...{ id: 'd', event: 'account.created', subject: 'account', recordId: 'a', state: 'failed', attempts: 10 },
  ...{ createdAt: '2026-03-16T09:00:00.000Z', nextAt: null, deliveredAt: null, responseCode: 503 },
  ...{ lastError: 'HTTP 503', payload: '{"type":"account.created"}' },
};

it('tells whether a webhook reaches anybody, and switches it on again', async () => {
  const asked: unknown[] = [];
  let items = [webhook({ isEnabled: false, disabledBecause: 'failing' })];
  fakeApi({
    'GET /api/v1/webhooks': () => page(items),
    'PATCH /api/v1/webhooks/one': ({ body, headers }) => {
      asked.push([body, headers.get('if-match')]);
      items = [webhook()];
      return items[0];
    },
  });
  await mountPage(WebhooksPage);
  expect(await screen.findByText('Off: nothing arrived for five days')).toBeTruthy();
  await fireEvent.click(screen.getByRole('switch', { name: '“Warehouse” is on' }));
  await waitFor(() => expect(asked).toEqual([[{ isEnabled: true }, '"2"']]));
  expect(await screen.findByText('On')).toBeTruthy();
});

it('shows what was sent and what came back, and sends it again', async () => {
  const asked = fakeApi({
    'GET /api/v1/webhooks': () => page([webhook()]),
    'GET /api/v1/webhooks/one/deliveries': () => ({ items: [delivery], next: null }),
    'POST /api/v1/webhooks/one/deliveries/d/resend': () => ({ ...delivery, state: 'delivered', responseCode: 200 }),
    'POST /api/v1/webhooks/one/test': () => ({ ...delivery, event: 'webhook.test', lastError: 'HTTP 500' }),
  });
  await mountPage(WebhooksPage);
  await fireEvent.click(await screen.findByRole('button', { name: 'Deliveries of “Warehouse”' }));
  expect(await screen.findByText('Account: created')).toBeTruthy();
  expect(screen.getByText(/10 attempts/)).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: /^Send again: Account: created/ }));
  expect(await screen.findByText('Arrived: HTTP 200')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Send a test' }));
  expect(await screen.findByText('Did not arrive: HTTP 500')).toBeTruthy();
  expect(asked).toContain('POST /api/v1/webhooks/one/test');
});

it('shows the secret of a new webhook once', async () => {
  const sent: unknown[] = [];
  fakeApi({
    'GET /api/v1/webhooks': () => page([]),
    'POST /api/v1/webhooks': ({ body }) => {
      sent.push(body);
      return webhook({ secret: 'whsec_abc' });
    },
  });
  await mountPage(WebhooksPage);
  await fireEvent.click((await screen.findAllByRole('button', { name: 'New webhook' }))[0] as HTMLElement);
  await fireEvent.update(await screen.findByLabelText(/Name/), 'Warehouse');
  await fireEvent.update(screen.getByLabelText(/Address/), 'https://hooks.example/in');
  await fireEvent.click(screen.getByLabelText('won'));
  await fireEvent.click(screen.getByRole('button', { name: 'Make the webhook' }));
  expect(await screen.findByDisplayValue('whsec_abc')).toBeTruthy();
  expect(sent).toMatchObject([{ name: 'Warehouse', events: ['opportunity.won'] }]);
});
