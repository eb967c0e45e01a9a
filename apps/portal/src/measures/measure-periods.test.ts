import { expect, it } from 'vitest';
import { periodsAt, standingOf } from './measure-periods.ts';

it('looks at the month and the ISO week so far, and at twelve months', () => {
  expect(periodsAt('2026-03-01')).toEqual({
    month: { from: '2026-03-01', to: '2026-03-01' },
    week: { from: '2026-02-23', to: '2026-03-01' },
    year: { from: '2025-03-02', to: '2026-03-01' },
  });
});

it('tells a rate met or missed only by the ends of its interval', () => {
  expect(standingOf({ low: 0.3, high: 0.5 }, 0.3)).toBe('met');
  expect(standingOf({ low: 0.1, high: 0.29 }, 0.3)).toBe('missed');
  expect(standingOf({ low: 0.1, high: 0.3 }, 0.3)).toBe('open');
  expect(standingOf(null, 0.3)).toBeNull();
  expect(standingOf({ low: 0, high: 1 }, null)).toBeNull();
});
