import type { TodayRow } from '@milepost/contract/today';
import { expect, it } from 'vitest';
import { calendarOf, dueWord, placeOf } from './day-words.ts';

it('tells lateness in days; what is due today is not late', () => {
  expect(dueWord('2026-03-13', '2026-03-16')).toEqual({ key: 'late', days: 3 });
  expect(dueWord('2026-03-16', '2026-03-16')).toEqual({ key: 'today', days: 0 });
  expect(dueWord('2026-03-17', '2026-03-16')).toEqual({ key: 'tomorrow', days: 1 });
  expect(dueWord('2026-03-20', '2026-03-16')).toBeNull();
  expect(dueWord(null, '2026-03-16')).toBeNull();
});

const row = (more: Partial<TodayRow>) => ({ source: 'activity', id: 'a', account: null, ...more }) as TodayRow;

it('opens the deal before the account, and the record itself where it is no activity', () => {
  const paths = { account: (id: string) => `/accounts/${id}`, opportunity: (id: string) => `/deals/${id}` };
  const account = { id: '1', name: 'Huaxin' };
  expect(placeOf(row({ account, opportunity: { id: '2', name: 'Line 4' } }), paths)).toBe('/deals/2');
  expect(placeOf(row({ account, opportunity: null }), paths)).toBe('/accounts/1');
  expect(placeOf(row({ source: 'invoice' }), paths)).toBeNull();
});

it('puts visits and meetings of today in the order of their times', () => {
  const day = '2026-03-16';
  const some = [
    row({ id: 'whenever', kind: 'visit', plannedOn: day, startsAt: null }),
    row({ id: 'late', kind: 'meeting', plannedOn: day, startsAt: '15:30' }),
    row({ id: 'early', kind: 'visit', plannedOn: day, startsAt: '09:30' }),
    row({ id: 'call', kind: 'call', plannedOn: day, startsAt: '08:00' }),
    row({ id: 'yesterday', kind: 'visit', plannedOn: '2026-03-15', startsAt: '08:00' }),
  ];
  expect(calendarOf(some, day).map(({ id }) => id)).toEqual(['early', 'late', 'whenever']);
});
