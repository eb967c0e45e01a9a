import type { TargetGridView } from '@milepost/contract/targets';
import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import HandOverDialog from './HandOverDialog.vue';

const view = {
  target: { id: 't', version: 4 },
  people: [
    { id: 'ann', name: 'Ann', teamId: null },
    { id: 'ben', name: 'Ben', teamId: null },
  ],
} as unknown as TargetGridView;

it('a leaver and the last day are enough: their team takes over, under the version that was seen', async () => {
  const sent: unknown[] = [];
  const handed: unknown[] = [];
  fakeApi({
    'POST /api/v1/targets/t/hand-over': ({ body, headers }) => {
      sent.push([headers.get('if-match'), body]);
      return { ...view, target: { id: 't', version: 5 } };
    },
  });
  await mountPage(HandOverDialog, { props: { view, onHanded: (now: unknown) => handed.push(now) } });
  await fireEvent.click(screen.getByRole('button', { name: 'Hand over' }));
  const confirm = (await screen.findAllByRole('button', { name: 'Hand over' })).at(-1) as HTMLElement;
  expect(confirm.hasAttribute('disabled')).toBe(true);
  await fireEvent.keyDown(screen.getByRole('combobox', { name: /Who leaves/ }), { key: 'Enter' });
  await fireEvent.keyDown(await screen.findByRole('option', { name: 'Ann' }), { key: 'Enter' });
  await fireEvent.update(screen.getByLabelText(/^Last day/), '2026-06-30');
  await fireEvent.click(confirm);
  await waitFor(() => expect(sent).toEqual([['"4"', { personId: 'ann', lastDay: '2026-06-30' }]]));
  await waitFor(() => expect(handed).toMatchObject([{ target: { version: 5 } }]));
});
