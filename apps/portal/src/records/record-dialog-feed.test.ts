import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { defineComponent, h, ref, shallowRef } from 'vue';
import { accountFields, accountKind } from '../accounts/accounts.queries.ts';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import RecordDialog from './RecordDialog.vue';

it('changes the record that was seen when the form opened, though the feed brings a later one meanwhile', async () => {
  const seen = { id: 'a', version: 1, archivedAt: null, name: 'Huaxin', segment: 'Steel', region: 'Plain' };
  const later = { ...seen, version: 2, segment: 'Water', phone: '+49 30 1' };
  const sent: unknown[] = [];
  fakeApi({
    'PATCH /api/v1/accounts/a': ({ body, headers }) => {
      sent.push([headers.get('if-match'), body]);
      return sent.length === 1 ? refusal(412, 'version-clash', { current: later }) : { ...later, version: 3 };
    },
  });
  const record = shallowRef<typeof seen>(seen);
  const open = ref(true);
  const page = defineComponent({
    setup: () => () =>
      h(RecordDialog<typeof seen>, {
        kind: accountKind,
        fields: accountFields,
        record: record.value,
        open: open.value,
        'onUpdate:open': (now: boolean) => {
          open.value = now;
        },
      }),
  });
  await mountPage(page);
  await fireEvent.update(await screen.findByLabelText('Region'), 'Hills');
  record.value = later;
  await fireEvent.submit(screen.getByLabelText('Region').closest('form') as HTMLFormElement);
  await fireEvent.click(await screen.findByRole('button', { name: 'Save this' }));
  await waitFor(() => expect(open.value).toBe(false));
  expect(sent).toEqual([
    ['"1"', { region: 'Hills' }],
    ['"2"', { region: 'Hills' }],
  ]);
});
