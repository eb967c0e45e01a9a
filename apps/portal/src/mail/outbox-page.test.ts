import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import OutboxPage from './OutboxPage.vue';

const mail = (id: string, state: string, more: object = {}) => ({
  ...{ id, version: 3, to: `${id}@acme.example`, subject: 'Your invitation to Acme', state, attempts: 1 },
  ...{ nextAt: null, sentAt: null, lastError: null, by: { id: 'vera', name: 'Vera' }, archivedAt: null, ...more },
});
const page = (items: object[], isConnected = true) => ({ items, next: null, total: null, isConnected });

it('says that mails wait without a mail server, and what to do', async () => {
  fakeApi({ 'GET /api/v1/mail': () => page([mail('pia', 'queued')], false) });
  await mountPage(OutboxPage);
  expect(await screen.findByText('No mail server is connected: mails wait.')).toBeTruthy();
  expect(screen.getByText(/SMTP_URL and MAIL_FROM/)).toBeTruthy();
});

it('has what failed sent again, and offers nothing for what has left', async () => {
  const asked: (string | null)[] = [];
  fakeApi({
    'GET /api/v1/mail': () => page([mail('pia', 'failed', { lastError: '550 no such mailbox' }), mail('ben', 'sent')]),
    'POST /api/v1/mail/pia/resend': ({ headers }) => {
      asked.push(headers.get('if-match'));
      return mail('pia', 'queued');
    },
  });
  await mountPage(OutboxPage);
  expect(await screen.findByText('550 no such mailbox')).toBeTruthy();
  expect(screen.queryByText(/No mail server/)).toBeNull();
  expect(screen.queryByRole('button', { name: /ben@acme.example/ })).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Send now: mail to pia@acme.example' }));
  await waitFor(() => expect(asked).toEqual(['"3"']));
});

it('tells why a mail cannot be cancelled any more, and has an empty state', async () => {
  let items = [mail('pia', 'queued')];
  fakeApi({
    'GET /api/v1/mail': () => page(items),
    'POST /api/v1/mail/pia/cancel': () => {
      items = [];
      return refusal(409, 'mail-not-waiting');
    },
  });
  await mountPage(OutboxPage);
  await fireEvent.click(await screen.findByRole('button', { name: 'Cancel the mail to pia@acme.example' }));
  expect(await screen.findByText(/This mail has left/)).toBeTruthy();
  expect(await screen.findByText(/No mail yet/)).toBeTruthy();
});
