import type { ActivityView } from '@milepost/contract/activities';
import { fireEvent, screen, waitFor, within } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import EditActivity from './EditActivity.vue';

const activity = {
  ...{
    id: 'a1',
    version: 2,
    archivedAt: null,
    kind: 'call',
    onDay: '2026-03-16',
    isDone: true,
    subject: 'Asked for pumps',
  },
  ...{ body: null, startsAt: null, minutes: null, deadlineOn: null, outcome: 'informed', objection: null, lane: null },
  ...{ needChange: null, talkTrackId: null, talkTrack: null },
} as unknown as ActivityView;

it('changes what was said of an activity, and shows both states when somebody else did meanwhile', async () => {
  const patches: { body: unknown; ifMatch: string | null }[] = [];
  fakeApi({
    'GET /api/v1/fields': () => ({ items: [], next: null, total: null }),
    'PATCH /api/v1/activities/a1': ({ body, headers }) => {
      patches.push({ body, ifMatch: headers.get('if-match') });
      return patches.length === 1
        ? refusal(412, 'version-clash', { current: { ...activity, version: 5, subject: 'Asked for seals' } })
        : { ...activity, version: 6, subject: 'Asked for valves' };
    },
  });
  await mountPage(EditActivity, { props: { activity } });
  await fireEvent.click(screen.getByRole('button', { name: 'Change activity: Asked for pumps' }));
  const dialog = within(await screen.findByRole('dialog'));
  const subject = dialog.getByLabelText('What') as HTMLInputElement;
  expect(subject.value).toBe('Asked for pumps');
  await fireEvent.update(subject, 'Asked for valves');
  await fireEvent.update(dialog.getByLabelText(/^Time/), '09:30');
  await fireEvent.submit(subject.closest('form') as HTMLFormElement);
  await waitFor(() => expect(patches).toHaveLength(1));
  expect(patches[0]).toEqual({ body: { subject: 'Asked for valves', startsAt: '09:30' }, ifMatch: '"2"' });
  const choice = within(await screen.findByRole('dialog', { name: 'Somebody else changed this meanwhile' }));
  expect(await choice.findByLabelText(/Asked for seals/)).toBeTruthy();
  await fireEvent.click(choice.getByRole('button', { name: 'Save this' }));
  await waitFor(() => expect(patches).toHaveLength(2));
  expect(patches[1]?.ifMatch).toBe('"5"');
});
