import type { LeaveView } from '@milepost/contract/leave';
import { expect, it } from 'vitest';
import { leaveRows, stripDays } from './leave-strip.ts';

const leave = (personId: string, name: string, from: string, to: string) =>
  ({ id: `${personId} ${from}`, personId, person: { id: personId, name }, from, to }) as LeaveView;

it('draws who is away, cut to the weeks shown, in the order of names', () => {
  const rows = leaveRows(
    [
      leave('ben', 'Ben', '2026-03-10', '2026-03-18'),
      leave('ann', 'Ann', '2026-03-17', '2026-03-17'),
      leave('ben', 'Ben', '2026-05-08', '2026-06-30'),
      leave('oda', 'Oda', '2026-01-01', '2026-03-15'),
    ],
    '2026-03-16',
  );
  expect(rows.map(({ name, bars }) => [name, bars.map(({ start, span }) => [start, span])])).toEqual([
    ['Ann', [[2, 1]]],
    [
      'Ben',
      [
        [1, 3],
        [54, 3],
      ],
    ],
  ]);
  expect(stripDays('2026-03-16')).toMatchObject({ from: '2026-03-16', to: '2026-05-10' });
});
