import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { defineComponent, h, ref } from 'vue';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import type { FormField } from './form-fields.ts';
import RecordDialog from './RecordDialog.vue';

const kind = { subject: 'sale', room: 'sales', path: '/sales', place: '/sales' };
const fields: readonly FormField[] = [
  { key: 'line', kind: 'text' },
  { key: 'region', kind: 'text' },
  { key: 'reason', kind: 'text', isSaidOnce: true },
];
const sale = { id: 's', version: 1, line: 'Pumps', region: 'North', archivedAt: null };
const inputOf = (label: string) => screen.getByLabelText(label) as HTMLInputElement;

/** The dialog over a page whose record can be read again while the form is open. */
async function openForm() {
  const record = ref(sale);
  const page = defineComponent({ render: () => h(RecordDialog, { kind, fields, record: record.value, open: true }) });
  await mountPage(page);
  await screen.findByLabelText('Product line');
  return record;
}

it('sends only what was changed here, with the version the form was opened on', async () => {
  const writes: unknown[] = [];
  fakeApi({
    'PATCH /api/v1/sales/s': ({ body, headers }) => {
      writes.push([body, headers.get('if-match')]);
      return { ...sale, version: 2 };
    },
  });
  const record = await openForm();
  await fireEvent.update(inputOf('Product line'), 'Valves');
  record.value = { ...sale, version: 2, region: 'South' };
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(writes).toEqual([[{ line: 'Valves' }, '"1"']]));
});

it('says a reason again with the write that settles a clash, and does not ask whose reason it is', async () => {
  const writes: unknown[] = [];
  fakeApi({
    'PATCH /api/v1/sales/s': ({ body, headers }) => {
      writes.push([body, headers.get('if-match')]);
      if (writes.length > 1) return { ...sale, version: 6 };
      return refusal(412, 'version-clash', { current: { ...sale, version: 5, line: 'Motors' } });
    },
  });
  await openForm();
  await fireEvent.update(inputOf('Product line'), 'Valves');
  await fireEvent.update(inputOf('Reason'), 'Wrong line');
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Motors')).toBeTruthy();
  expect(screen.getAllByRole('radio')).toHaveLength(2);
  await fireEvent.click(screen.getByRole('button', { name: 'Save this' }));
  const sent = { line: 'Valves', reason: 'Wrong line' };
  await waitFor(() =>
    expect(writes).toEqual([
      [sent, '"1"'],
      [sent, '"5"'],
    ]),
  );
});
