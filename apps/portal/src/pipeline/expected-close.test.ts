import { expect, it } from 'vitest';
import { expectedCloseOf } from './expected-close.ts';

const deal = (expectedCloseOn: string | null, category: 'open' | 'won' | 'lost' = 'open') => ({
  expectedCloseOn,
  stage: { id: 's', name: 'S', category, winProbability: 0.5 },
});

it('is late the day after, never on its day, and not when the deal is closed', () => {
  expect(expectedCloseOf(deal('2026-03-13'), '2026-03-16')).toEqual({ state: 'overdue', days: 3 });
  expect(expectedCloseOf(deal('2026-03-16'), '2026-03-16')).toEqual({ state: 'today', days: 0 });
  expect(expectedCloseOf(deal('2026-04-01'), '2026-03-31')).toEqual({ state: 'upcoming', days: 1 });
  expect(expectedCloseOf(deal('2026-03-13', 'lost'), '2026-03-16')).toBeNull();
  expect(expectedCloseOf(deal(null), '2026-03-16')).toBeNull();
});
