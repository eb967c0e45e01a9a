import { useQuery } from '@pinia/colada';
import { fireEvent, screen } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { recordQuery } from './records.queries.ts';
import { useArchive } from './use-archive.ts';

const kind = { subject: 'sale', room: 'sales', path: '/sales', place: '/sales' };
const sale = { id: 's', version: 2, archivedAt: '2026-11-25T09:00:00.000Z' };

it('says that a record is back when it is, even if it cannot be read just then', async () => {
  let isDown = false;
  fakeApi({
    'GET /api/v1/sales/s': () => (isDown ? refusal(500, 'internal') : sale),
    'POST /api/v1/sales/s/restore': () => {
      isDown = true;
      return { ...sale, version: 3, archivedAt: null };
    },
  });
  const page = defineComponent(() => {
    const { restore } = useArchive(kind);
    const { data } = useQuery(() => recordQuery<typeof sale>(kind, 's'));
    return () => h('button', { disabled: !data.value, onClick: () => restore(sale) }, data.value ? 'Restore' : '');
  });
  await mountPage(page);
  await fireEvent.click(await screen.findByText('Restore'));
  expect(await screen.findByText('Back in the books')).toBeTruthy();
  expect(screen.queryByText(/Something went wrong/)).toBeNull();
});
