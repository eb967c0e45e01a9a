import type { TodayRow, TodayView } from '@milepost/contract/today';
import { fireEvent, screen, waitFor, within } from '@testing-library/vue';
import { afterEach, expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { followKeys } from '../frame/keys.ts';
import { mountPage } from '../mounted-page.ts';
import TodayPage from './TodayPage.vue';

const row = (place: number, name: string, more: Partial<TodayRow> = {}): TodayRow => ({
  source: 'activity',
  id: `id-${place}`,
  version: 1,
  lane: 'value',
  place,
  reason: 'value-per-hour',
  name,
  kind: 'call',
  plannedOn: '2026-03-16',
  startsAt: null,
  dueOn: '2026-03-16',
  lateDays: 0,
  hours: 0.25,
  isUsualHours: true,
  delayCostMinor: 500_00,
  valuePerHourMinor: 2_000_00,
  isValueLent: false,
  fitsToday: true,
  account: { id: 'a1', name: 'Alder' },
  opportunity: null,
  lead: null,
  contact: null,
  backup: { id: 'p2', name: 'Ben' },
  insteadOf: null,
  givenBy: null,
  participants: [],
  deeds: ['done', 'snooze', 'give'],
  ...more,
});
const view = (rows: TodayRow[], more: Partial<TodayView> = {}): TodayView => ({
  day: '2026-03-16',
  at: '2026-03-16T09:00:00.000Z',
  person: { id: 'p1', name: 'Ann' },
  currency: 'EUR',
  hours: { had: 6, spent: 1, left: 5 },
  strategic: { share: 0.15, dueHours: 4.5, doneThisWeek: 0, weeksWithout: 0 },
  lanes: [{ lane: 'value', total: rows.length, hours: 1, late: 0, rows }],
  joint: [],
  done: [],
  away: [],
  later: 2,
  accountsWithoutNextStep: 3,
  standsInFor: [],
  ...more,
});

let stop = () => {};
afterEach(() => stop());
const nothing = () => new Response(null, { status: 404 });

it('is worked off by keys: the next one, done, put off; what is done folds with an undo', async () => {
  stop = followKeys();
  const sent: string[] = [];
  let rows = [row(1, 'Call Alder'), row(2, 'Write to Birch')];
  const answer = ({ url, body }: { url: URL; body: unknown }) => {
    sent.push(
      `${url.pathname.split('/').slice(-2).join(' ')} ${JSON.stringify((body as { untilOn?: string }).untilOn ?? null)}`,
    );
    rows = rows.slice(1);
    return { version: 2, taskId: null };
  };
  fakeApi({
    'GET /api/v1/today': () =>
      view(
        rows,
        rows.length < 2
          ? { done: [{ source: 'activity', id: 'id-1', version: 2, name: 'Call Alder', untilOn: null, givenTo: null }] }
          : {},
      ),
    'POST /api/v1/today/items/activity/id-1/done': answer,
    'POST /api/v1/today/items/activity/id-2/snooze': answer,
    'GET /api/v1/pacing': nothing,
    'GET /api/v1/funnel': nothing,
  });
  await mountPage(TodayPage, { path: '/today' });
  await screen.findByText('Call Alder');
  expect(screen.getByRole('button', { name: /Cost of a day’s delay · Call Alder: .*500/ })).toBeTruthy();
  expect(screen.getByText('3 accounts without a next step')).toBeTruthy();
  await fireEvent.keyDown(document.body, { key: 'ArrowDown' });
  await waitFor(() => expect(document.activeElement?.getAttribute('data-item')).toBe('activity:id-1'));
  await fireEvent.keyDown(document.activeElement as Element, { key: 'd' });
  await screen.findByText('Done today: 1');
  expect(screen.getByRole('button', { name: 'Undo: Call Alder' })).toBeTruthy();
  await fireEvent.keyDown(document.body, { key: 's' });
  const dialog = await screen.findByRole('dialog');
  await fireEvent.click(within(dialog).getByRole('button', { name: /Next Monday/ }));
  await waitFor(() => expect(sent).toEqual(['id-1 done null', 'id-2 snooze "2026-03-23"']));
});

it('says what comes next where nothing is left', async () => {
  fakeApi({ 'GET /api/v1/today': () => view([]), 'GET /api/v1/pacing': nothing, 'GET /api/v1/funnel': nothing });
  await mountPage(TodayPage, { path: '/today' });
  await screen.findByText(/Nothing is left to do today/);
  expect(screen.getByText('2 are planned for later days.')).toBeTruthy();
});
