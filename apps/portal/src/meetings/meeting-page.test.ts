import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { moved } from './agenda-order.ts';
import MeetingPage from './MeetingPage.vue';

const people = [
  { id: 'ann', name: 'Ann' },
  { id: 'ben', name: 'Ben' },
];
const item = (id: string, more: object = {}) => ({
  id,
  source: 'own',
  recordId: null,
  text: id,
  decision: null,
  ...more,
});
const meeting = (more: object = {}) => ({
  ...{
    id: 'm',
    version: 3,
    name: 'Deliveries',
    onDay: '2026-03-17',
    startsAt: '09:00',
    lengthMinutes: 60,
    place: null,
  },
  ...{ status: 'planned', chair: people[0], attendees: people, minutes: null, openActions: 0, lateActions: 0 },
  ...{ agenda: [item('Stocks'), item('Prices', { source: 'action', recordId: 'a', text: null })], archivedAt: null },
  ...more,
});

it('shows what is spoken of, puts what is open on the agenda, and takes down who does what until when', async () => {
  const sent: unknown[] = [];
  const open = {
    source: 'resource-need',
    recordId: 'n',
    text: 'Fair · Engineer',
    dueOn: '2026-03-20',
    owner: null,
    fits: true,
  };
  fakeApi({
    'GET /api/v1/meetings/m': () => meeting(),
    'GET /api/v1/meetings/m/proposals': () => ({ items: [open] }),
    'GET /api/v1/meeting-actions': () => ({ items: [], next: null, total: null }),
    'GET /api/v1/changes': () => ({ items: [], next: null }),
    'PATCH /api/v1/meetings/m': ({ body, headers }) => {
      sent.push([body, headers.get('if-match')]);
      return meeting({ version: 4 });
    },
    'POST /api/v1/meeting-actions': ({ body }) => {
      sent.push(body);
      return {};
    },
  });
  const routes = [{ path: '/review/meetings/:id', component: MeetingPage }];
  const router = createRouter({ history: createMemoryHistory(), routes });
  await mountPage(MeetingPage, { router, path: '/review/meetings/m' });
  expect(await screen.findByText('Something you do not see')).toBeTruthy();
  await fireEvent.click(
    await screen.findByRole('button', { name: 'Put on the agenda: Fair · Engineer', hidden: true }),
  );
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject([
    { agenda: [{ id: 'Stocks' }, { id: 'Prices', text: null }, { source: 'resource-need', recordId: 'n' }] },
    '"3"',
  ]);
  await fireEvent.update(screen.getByLabelText('What is done'), 'Call the supplier');
  await fireEvent.update(screen.getByLabelText('Until'), '2026-03-20');
  await fireEvent.click(screen.getByRole('button', { name: 'Add an action' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({ name: 'Call the supplier', ownerId: 'ann', dueOn: '2026-03-20', meetingId: 'm' });
});

it('moves a thing, and leaves all where there is no such place', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});
