import type { EventView } from '@milepost/contract/events';
import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import EventConversion from './EventConversion.vue';
import FollowUpSteps from './FollowUpSteps.vue';
import { stepsOf } from './step-rows.ts';

const event = (more: Partial<EventView['conversion']> = {}): EventView => ({
  id: 'e1',
  version: 2,
  createdAt: '2026-03-01T08:00:00.000Z',
  updatedAt: '2026-03-01T08:00:00.000Z',
  archivedAt: null,
  name: 'Spring fair',
  kind: 'exhibition',
  startsOn: '2026-03-10',
  endsOn: '2026-03-12',
  place: null,
  targetRatio: 0.3,
  windowDays: null,
  talkTrack: null,
  steps: [{ dayOffset: 1, kind: 'call', text: 'Call them' }],
  costMinor: null,
  owner: null,
  conversion: {
    leads: 140,
    qualified: 100,
    converted: 25,
    ratio: 0.25,
    low: 0.18,
    high: 0.34,
    target: 0.3,
    status: 'open',
    successesNeeded: 8,
    windowDays: 60,
    windowEndsOn: '2026-05-11',
    isWindowOver: false,
    ...more,
  },
});

it('tells the conversion of an event with its interval, its window, and how many more would do', async () => {
  await mountPage(EventConversion, { props: { event: event() } });
  expect(screen.getByText('25 of 100 qualified leads became deals; 95% interval 18% to 34%')).toBeTruthy();
  expect(screen.getByText('8 more in a row would reach 30%.')).toBeTruthy();
  expect(screen.getByText('open yet')).toBeTruthy();
  expect(screen.getByText(/The window is open until/)).toBeTruthy();
});

it('says what to do while nobody is qualified', async () => {
  await mountPage(EventConversion, { props: { event: event({ qualified: 0, converted: 0, ratio: null }) } });
  expect(screen.getByText(/Take its leads up/)).toBeTruthy();
  expect(screen.queryByText('0%')).toBeNull();
});

it('writes the steps of the follow-up in the order of their days, with the version that was seen', async () => {
  const writes: { body: unknown; version: string | null }[] = [];
  fakeApi({
    'PATCH /api/v1/events/e1': ({ body, headers }) => {
      writes.push({ body, version: headers.get('if-match') });
      return { ...event(), version: 3 };
    },
  });
  await mountPage(FollowUpSteps, { props: { event: event(), canWrite: true } });
  await fireEvent.click(screen.getByText('Edit follow-up').closest('button') as HTMLElement);
  await fireEvent.update(await screen.findByLabelText('Days after'), '7');
  await fireEvent.click(screen.getByText('Add a step').closest('button') as HTMLElement);
  const texts = await screen.findAllByLabelText('What is to be done');
  await fireEvent.update(texts[1] as HTMLElement, 'Send the offer');
  await fireEvent.click(screen.getByText('Save').closest('button') as HTMLElement);
  await waitFor(() => expect(writes).toHaveLength(1));
  expect(writes[0]).toEqual({
    version: '"2"',
    body: {
      steps: [
        { dayOffset: 1, kind: 'call', text: 'Send the offer' },
        { dayOffset: 7, kind: 'call', text: 'Call them' },
      ],
    },
  });
});

it('reads no step that says nothing, or whose day is none', () => {
  expect(stepsOf([{ dayOffset: '1', kind: 'call', text: ' ' }])).toBeNull();
  expect(stepsOf([{ dayOffset: '-1', kind: 'call', text: 'Call' }])).toBeNull();
  expect(stepsOf([])).toEqual([]);
});
