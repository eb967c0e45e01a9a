import { fireEvent, screen } from '@testing-library/vue';
import { expect, it, vi } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import ImportPage from './ImportPage.vue';

const sent: FakedUpload[] = [];
/** An upload whose answer comes when the test says so. */
class FakedUpload {
  upload = {};
  status = 200;
  responseText = '';
  onload: () => void = () => {};
  open() {}
  setRequestHeader() {}
  send() {
    sent.push(this);
  }
  answer(header: string) {
    const column = { column: 0, header, proposed: null };
    this.responseText = JSON.stringify({ columns: [column], fields: [], sample: [], questions: [], rows: 1 });
    this.onload();
  }
}

it('shows what is found in the file that was chosen last, whichever answer comes last', async () => {
  fakeApi({ 'GET /api/v1/imports': () => ({ items: [], next: null }) });
  vi.stubGlobal('XMLHttpRequest', FakedUpload);
  await mountPage(ImportPage);
  const input = screen.getByLabelText('File') as HTMLInputElement;
  const choose = async (name: string) => {
    Object.defineProperty(input, 'files', { value: [new File(['a'], name)], configurable: true });
    await fireEvent.change(input);
  };
  await choose('people.csv');
  await choose('accounts.csv');
  sent[1]?.answer('Customer');
  sent[0]?.answer('Role');
  expect(await screen.findByRole('rowheader', { name: 'Customer' })).toBeTruthy();
  expect(screen.queryByRole('rowheader', { name: 'Role' })).toBeNull();
});
