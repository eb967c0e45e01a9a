import { expect, it } from 'vitest';
import { ganttOf } from './gantt.ts';

const part = { courseId: 'k', isLive: false, hours: 4, slackDays: 0, isBinding: true, latest: '2026-04-30' };

it('lays a path between today and the later of its end and the day that is wanted', () => {
  const { bars, months, dueAt } = ganttOf({
    ...{ day: '2026-04-01', dueOn: '2026-04-10' },
    parts: [
      { ...part, from: '2026-04-01', to: '2026-04-15' },
      { ...part, from: '2026-04-16', to: '2026-05-10' },
    ],
  });
  expect(bars.map(({ left, width }) => [left, width])).toEqual([
    [0, 15 / 40],
    [15 / 40, 25 / 40],
  ]);
  expect(months).toEqual([{ month: '2026-05-01', left: 30 / 40 }]);
  expect(dueAt).toBe(10 / 40);
});

it('has a width without a step too, and leaves out a day that has passed', () => {
  expect(ganttOf({ day: '2026-04-01', dueOn: '2026-03-01', parts: [] })).toMatchObject({ bars: [], dueAt: null });
});
