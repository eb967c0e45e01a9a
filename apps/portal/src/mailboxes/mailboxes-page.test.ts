import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import DropAddressPage from './DropAddressPage.vue';
import MailboxesPage from './MailboxesPage.vue';

const mailbox = (more: object = {}) => ({
  ...{ id: 'one', version: 2, name: 'Sales', host: 'imap.acme.example', port: 993, isSecure: true, folder: 'INBOX' },
  ...{ username: 'sales@acme.example', isEnabled: true, state: 'degraded', error: null, archivedAt: null },
  ...{ syncedAt: '2026-03-16T09:00:00.000Z', seen: 268, stored: 157, known: 0, skipped: 111, leftOut: 0, waiting: 0 },
  ...more,
});
const mail = {
  ...{ id: 'm', state: 'skipped', reason: 'nobody-known', subject: 'Hello', from: 'x@elsewhere.example', sentAt: null },
  ...{ at: '2026-03-16T09:00:00.000Z', attempts: 2, isLeftOut: false, activity: null },
};

it('says what is missing as a sum, tries again, and tells why a mail was passed over', async () => {
  const sent: unknown[] = [];
  let items = [mailbox()];
  const asked = fakeApi({
    'GET /api/v1/mailboxes': () => ({ items, next: null, total: null }),
    'POST /api/v1/mailboxes/one/sync': () => {
      items = [mailbox({ state: 'well', stored: 268, skipped: 0 })];
      return { fetched: 111, stored: 111, mailbox: items[0] };
    },
    'GET /api/v1/mailboxes/one/mails': () => ({ items: [mail], next: null }),
    'POST /api/v1/mailboxes/one/mails/m/leave-out': ({ body }) => {
      sent.push(body);
      return items[0];
    },
  });
  await mountPage(MailboxesPage);
  expect(await screen.findByText('268 seen = 157 logged + 111 skipped')).toBeTruthy();
  expect(screen.getByText('Mails are missing')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Mails of “Sales”' }));
  expect(await screen.findByText('Nobody in it is a contact, a lead, or of an account.')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Leave out: Hello' }));
  await waitFor(() => expect(sent).toEqual([{ isLeftOut: true }]));
  await fireEvent.click(screen.getByText('Try again'));
  expect(await screen.findByText('268 seen = 268 logged + 0 skipped')).toBeTruthy();
  expect(screen.getByText('Complete')).toBeTruthy();
  expect(asked).toContain('POST /api/v1/mailboxes/one/sync');
});

it('asks for the password again only with another server', async () => {
  const sent: unknown[] = [];
  fakeApi({
    'GET /api/v1/mailboxes': () => ({ items: [mailbox()], next: null, total: null }),
    'PATCH /api/v1/mailboxes/one': ({ body }) => {
      sent.push(body);
      return mailbox();
    },
  });
  await mountPage(MailboxesPage);
  await fireEvent.click(await screen.findByRole('button', { name: 'More for “Sales”' }));
  await fireEvent.click(await screen.findByText('Change'));
  const save = () => screen.getByRole('button', { name: 'Save' }) as HTMLButtonElement;
  await waitFor(() => expect(save().disabled).toBe(false));
  await fireEvent.update(screen.getByLabelText(/Server/), 'imap.other.example');
  expect(save().disabled).toBe(true);
  await fireEvent.update(screen.getByLabelText(/Password/), 'open sesame');
  await fireEvent.click(save());
  await waitFor(() => expect(sent).toMatchObject([{ host: 'imap.other.example', password: 'open sesame', port: 993 }]));
});

it('shows a new address this once', async () => {
  let since: string | null = null;
  fakeApi({
    'GET /api/v1/drop-address': () => ({ isOffered: true, since, usedAt: null }),
    'GET /api/v1/drop-address/mails': () => ({ items: [], next: null }),
    'POST /api/v1/drop-address': () => {
      since = '2026-03-16T09:00:00.000Z';
      return { address: 'drop-1@in.acme.example', since, person: { id: 'ann', name: 'Ann' } };
    },
  });
  await mountPage(DropAddressPage);
  await fireEvent.click(await screen.findByRole('button', { name: 'Make an address' }));
  expect(await screen.findByDisplayValue('drop-1@in.acme.example')).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Make a new address' })).toBeTruthy();
});
