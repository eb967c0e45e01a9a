import { fireEvent, screen, waitFor, within } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { useWhySheet } from '../explain/use-why.ts';
import { fakeApi } from '../faked-api.ts';
import { followKeys } from '../frame/keys.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import WeekPage from './WeekPage.vue';

const me = () => ({
  person: { id: 'ann', name: 'Ann', role: 'rep' },
  organisation: { currency: 'EUR', exponent: 2, decimalMark: '.', dateFormat: 'ymd' },
  today: '2026-03-16',
});
const alder = { id: 'alder', name: 'Alder' };
const meeting = {
  ...{ id: 'm1', version: 3, kind: 'meeting', subject: 'Review', onDay: '2026-03-17', startsAt: '09:00', hours: 1 },
  ...{ isDone: false, isJoined: false, account: null, people: [{ id: 'ann', name: 'Ann' }] },
};
const visit = {
  ...meeting,
  id: 'v1',
  kind: 'visit',
  subject: 'Visit',
  startsAt: null,
  hours: 2,
  account: { id: 'b', name: 'Birch' },
};
const day = (at: number, more: object = {}) => ({
  ...{ day: `2026-03-${16 + at}`, isWorkday: at < 5, leave: null, capacity: at < 5 ? 8 : 0, load: 0 },
  ...{ activities: [], proposals: [] },
  ...more,
});
const view = {
  ...{ person: { id: 'ann', name: 'Ann' }, isOwn: true, from: '2026-03-16', to: '2026-03-22', asOf: '2026-03-16' },
  ...{ capacity: 40, load: 5 },
  days: [
    day(0, { load: 2, proposals: [{ account: alder, tier: 'A', district: 'North', hours: 2 }] }),
    day(1, { load: 3, activities: [meeting, visit] }),
    ...[2, 3, 4, 5, 6].map((at) => day(at)),
  ],
  horizon: {
    ...{ from: '2026-03-16', to: '2026-03-29', neededHours: 4, availableHours: 2, hourPriceMinor: 5000 },
    unmet: [{ account: { id: 'c', name: 'Cobalt' }, tier: 'C', visits: 1, lostMinor: 10_000 }],
    over: null,
  },
};

async function openWeek(more: Parameters<typeof fakeApi>[0] = {}, shown: object = view) {
  const asked = fakeApi({ 'GET /api/v1/me': me, 'GET /api/v1/week': () => shown, ...more });
  await mountPage(WeekPage);
  await useSession().load();
  await screen.findByRole('heading', { name: /Monday/ });
  return asked;
}

it('shows seven days with their load, what does not fit with its price, and opens figures', async () => {
  const queries: string[] = [];
  await openWeek({
    'GET /api/v1/week/why': ({ url }) => {
      queries.push(url.search);
      return { why: { op: 'sum', rule: 'week.load', unit: 'hours', value: 2, args: [] }, asOf: '2026-03-16T09:00:00Z' };
    },
  });
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(8);
  expect(screen.getByText('1 visit does not fit')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Cobalt' })).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: /^Monday: load: 2/ }));
  expect(queries).toEqual(['?figure=load&day=2026-03-16']);
  useWhySheet().isOpen.value = false;
});

it('is planned by one press, and by the keyboard day by day; appointments stay', async () => {
  const sent: { path: string; body: unknown }[] = [];
  const keep =
    (path: string, answer: unknown) =>
    ({ body }: { body: unknown }) => {
      sent.push({ path, body });
      return answer;
    };
  await openWeek({
    'POST /api/v1/week/accept': keep('accept', { created: 1 }),
    'PATCH /api/v1/activities/v1': keep('move', { ...visit, version: 4 }),
  });
  const tuesday = screen.getByRole('region', { name: /Tuesday/ });
  expect(within(tuesday).queryByRole('button', { name: 'Move Review' })).toBeNull();
  const menu = within(tuesday).getByRole('button', { name: 'Move Birch' });
  menu.focus();
  await fireEvent.keyDown(menu, { key: 'Enter' });
  await fireEvent.click(await screen.findByRole('menuitem', { name: /Thursday/ }));
  await waitFor(() => expect(sent[0]).toEqual({ path: 'move', body: { onDay: '2026-03-19' } }));
  await fireEvent.click(await screen.findByRole('button', { name: 'Plan 1 visit' }));
  await waitFor(() => expect(sent[1]?.path).toBe('accept'));
  expect(sent[1]?.body).toMatchObject({
    visits: [{ accountId: 'alder', onDay: '2026-03-16', subject: 'Visit Alder' }],
  });
});

it('says what to do when nothing stands in it, and moves nothing of others', async () => {
  const empty = { ...view, isOwn: false, days: [0, 1, 2, 3, 4, 5, 6].map((at) => day(at)) };
  await openWeek({}, empty);
  expect(screen.getByText('Nothing stands in this week of theirs.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Plan/ })).toBeNull();
});

it('makes a call of a promised visit: of a proposal by its menu, of a planned one by its key', async () => {
  const sent: [string, unknown][] = [];
  const stop = followKeys();
  await openWeek({
    'POST /api/v1/week/accept': ({ body }) => {
      sent.push(['accept', body]);
      return { created: 1 };
    },
    'PATCH /api/v1/activities/v1': ({ body }) => {
      sent.push(['patch', body]);
      return { ...visit, version: 4 };
    },
  });
  const birch = screen.getByRole('link', { name: 'Birch' });
  await fireEvent.focusIn(birch);
  await fireEvent.keyDown(birch, { key: 'c' });
  await waitFor(() => expect(sent).toEqual([['patch', { kind: 'call', inPlaceOf: 'visit' }]]));
  const alder = screen.getByRole('link', { name: 'Alder' });
  await fireEvent.focusIn(alder);
  await fireEvent.keyDown(alder, { key: 'c' });
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]?.[1]).toMatchObject({ visits: [{ accountId: 'alder', onDay: '2026-03-16', kind: 'call' }] });
  // An appointment that is no visit stays what it is.
  await fireEvent.focusIn(screen.getByText('Review'));
  await fireEvent.keyDown(document.body, { key: 'c' });
  expect(sent).toHaveLength(2);
  stop();
});
