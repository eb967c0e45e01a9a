import { expect, it } from 'vitest';
import { shownTime } from './shown-time.ts';

it('reads the day and the clock that webmails write, however they write them', () => {
  const told: Record<string, string> = {
    '2026-03-13 09:00': '2026-03-13T09:00',
    '2026年3月13日 周五 下午3:05': '2026-03-13T15:05',
    '13.03.2026 9:05': '2026-03-13T09:05',
    'Fri, 13 Mar 2026 10:00:00 +0100': '2026-03-13T10:00',
    'Mar 13, 2026, 12:30 AM': '2026-03-13T00:30',
    'March 3rd, 2026 at 1:15 p.m.': '2026-03-03T13:15',
  };
  for (const [text, time] of Object.entries(told)) expect([text, shownTime(text)]).toEqual([text, time]);
});

it('takes noon where only the day is written', () => {
  expect(shownTime('2026-03-13')).toBe('2026-03-13T12:00');
});

it('tells nothing where the day is not sure', () => {
  for (const text of ['3/4/2026 10:00', 'Today 10:05', '10:05', '', '2026-13-40'])
    expect([text, shownTime(text)]).toEqual([text, null]);
});
