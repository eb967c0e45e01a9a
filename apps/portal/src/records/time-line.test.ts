import type { ActivityView } from '@milepost/contract/activities';
import type { ChangeView } from '@milepost/contract/changes';
import { expect, it } from 'vitest';
import { timeLineOf } from './time-line.ts';

const activity = { id: 'a', onDay: '2026-03-02', createdAt: '2026-03-02T09:00:00.000Z' } as ActivityView;
const changes = [
  { id: 'c', at: '2026-03-03T08:00:00.000Z', subject: 'account' },
  { id: 'd', at: '2026-03-02T08:00:00.000Z', subject: 'activity' },
  { id: 'e', at: '2026-03-01T08:00:00.000Z', subject: 'contact' },
] as ChangeView[];
const idsOf = (...args: Parameters<typeof timeLineOf>) => timeLineOf(...args).map(({ id }) => id);

it('is told newest first, an activity once', () => {
  const all = { items: changes, hasMore: false };
  expect(idsOf({ items: [activity], hasMore: false }, all)).toEqual(['c', 'a', 'e']);
});

it('shows nothing older than what each source has told, so that nothing lands in the middle later', () => {
  expect(idsOf({ items: [activity], hasMore: true }, { items: changes, hasMore: false })).toEqual(['c', 'a']);
  const late = { ...activity, id: 'late', onDay: '2026-02-01' };
  expect(idsOf({ items: [activity, late], hasMore: false }, { items: changes, hasMore: true })).toEqual([
    'c',
    'a',
    'e',
  ]);
});
