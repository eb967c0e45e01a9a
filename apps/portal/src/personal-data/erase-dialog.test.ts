import { fireEvent, screen } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import EraseDialog from './EraseDialog.vue';
import PersonalDataPage from './PersonalDataPage.vue';

const props = { open: true, subject: 'contact', who: { id: 'jane', name: 'Jane Doe' } };

it('erases somebody whose name was typed, with a reason', async () => {
  const sent: unknown[] = [];
  fakeApi({
    'POST /api/v1/personal-data/contact/jane/erase': ({ body }) => {
      sent.push(body);
      return { id: 'e' };
    },
  });
  await mountPage(EraseDialog, { props });
  expect(await screen.findByText(/This cannot be taken back/)).toBeTruthy();
  await fireEvent.update(screen.getByLabelText(/Type “Jane Doe” to confirm/), 'Jane Doe');
  await fireEvent.update(screen.getByLabelText(/Reason/), 'asked for');
  await fireEvent.click(screen.getByRole('button', { name: 'Erase for good' }));
  expect(await screen.findByText('Erased for good')).toBeTruthy();
  expect(sent).toEqual([{ name: 'Jane Doe', reason: 'asked for' }]);
});

it('says that the name is another', async () => {
  fakeApi({ 'POST /api/v1/personal-data/contact/jane/erase': () => refusal(400, 'not-confirmed') });
  await mountPage(EraseDialog, { props });
  await fireEvent.click(await screen.findByRole('button', { name: 'Erase for good' }));
  expect(await screen.findByText(/The name that was typed is another/)).toBeTruthy();
});

it('tells that somebody was erased, never who', async () => {
  const erasure = {
    ...{ id: 'e', at: '2026-03-16T09:00:00.000Z', by: { id: 'vera', name: 'Vera' }, subject: 'contact' },
    ...{ recordId: 'jane', reason: 'asked for', touched: { contact: 1, change: 4 } },
  };
  fakeApi({ 'GET /api/v1/personal-data/erasures': () => ({ items: [erasure] }) });
  await mountPage(PersonalDataPage);
  expect(await screen.findByText('asked for')).toBeTruthy();
  expect(screen.getByText('5')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Erase for good' }).hasAttribute('disabled')).toBe(true);
});
