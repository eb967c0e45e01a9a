import type { WeekActivity, WeekDay } from '@milepost/contract/week';
import { expect, it } from 'vitest';
import { canMove, cardsOf, daysFor } from './week-card.ts';

const activity = (id: string, more: Partial<WeekActivity> = {}): WeekActivity => ({
  ...{ id, version: 1, kind: 'visit', subject: id, onDay: '2026-03-18', startsAt: null, hours: 2 },
  ...{ isDone: false, isJoined: false, account: null, people: [] },
  ...more,
});
const day: WeekDay = {
  ...{ day: '2026-03-18', isWorkday: true, leave: null, capacity: 8, load: 6 },
  activities: [activity('any'), activity('late', { startsAt: '15:00' }), activity('early', { startsAt: '09:00' })],
  proposals: [{ account: { id: 'alder', name: 'Alder' }, tier: 'A', district: null, hours: 2 }],
};

it('stand by their time, then what is planned, then what is proposed', () => {
  expect(cardsOf(day).map(({ key }) => key)).toEqual(['early', 'late', 'any', '2026-03-18 alder 0']);
});

it('are moved unless they have a time, are done, or belong to a colleague; never into the past', () => {
  const movable = [
    ...cardsOf(day),
    ...cardsOf({
      ...day,
      activities: [activity('done', { isDone: true }), activity('theirs', { isJoined: true })],
      proposals: [],
    }),
  ].map(canMove);
  expect(movable).toEqual([false, false, true, true, false, false]);
  const days = ['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19'].map((one) => ({ day: one }));
  const [card] = cardsOf(day);
  expect(card && daysFor(days, card, '2026-03-17')).toEqual(['2026-03-17', '2026-03-19']);
});
