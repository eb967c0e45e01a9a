import { expect, it } from 'vitest';
import { datedSteps } from './dated-steps.ts';
import { MONDAY_TO_FRIDAY } from './workdays.ts';

it('dates the steps of a plan from its first day, and moves those on days off to the next working day', () => {
  const steps = [
    { name: 'Call', afterDays: 0 },
    { name: 'Visit', afterDays: 3 },
    { name: 'Offer', afterDays: 7 },
  ];
  // 18 March 2026 is a Wednesday: three days on is a Saturday.
  expect(datedSteps(steps, '2026-03-18', MONDAY_TO_FRIDAY).map(({ name, dueOn }) => [name, dueOn])).toEqual([
    ['Call', '2026-03-18'],
    ['Visit', '2026-03-23'],
    ['Offer', '2026-03-25'],
  ]);
});

it('keeps its day where no day is worked at all, and has no step before the beginning', () => {
  const never = { workingWeekdays: [], holidays: new Set<number>() };
  expect(datedSteps([{ name: 'Call', afterDays: 1 }], '2026-03-18', never)[0]?.dueOn).toBe('2026-03-19');
  expect(() => datedSteps([{ name: 'Call', afterDays: -1 }], '2026-03-18', never)).toThrow(RangeError);
});
