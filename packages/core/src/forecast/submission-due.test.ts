import { describe, expect, it } from 'vitest';
import { toDay, toIso } from '../calendar/civil-day.ts';
import { submissionDue } from './submission-due.ts';

const quarter = { from: toDay('2026-01-01'), to: toDay('2026-03-31') };
const owed = (today: string, more: { openDeals?: number; movedDeals?: number | null } = {}) =>
  submissionDue({ ...quarter, today: toDay(today), openDeals: 3, movedDeals: null, ...more });

describe('the number that somebody owes', () => {
  it('is due by the end of the first week of its period, and late after it', () => {
    const due = owed('2026-01-02');
    expect(due?.kind === 'due' && toIso(due.dueOn)).toBe('2026-01-07');
    expect(owed('2026-03-31')).toEqual(due);
    const short = submissionDue({
      ...quarter,
      to: quarter.from + 2,
      today: quarter.from,
      openDeals: 1,
      movedDeals: null,
    });
    expect(short).toEqual({ kind: 'due', dueOn: quarter.from + 2 });
  });

  it('is owed by nobody without an open deal of the period, nor before or after it', () => {
    expect(owed('2026-02-01', { openDeals: 0 })).toBeNull();
    expect(owed('2025-12-31')).toBeNull();
    expect(owed('2026-04-01')).toBeNull();
  });

  it('is stale when deals of it have moved, also when none of them is open any more', () => {
    expect(owed('2026-02-01', { movedDeals: 0 })).toBeNull();
    expect(owed('2026-02-01', { movedDeals: 2 })).toEqual({ kind: 'stale', movedDeals: 2 });
    expect(owed('2026-02-01', { movedDeals: 1, openDeals: 0 })).toEqual({ kind: 'stale', movedDeals: 1 });
    expect(owed('2026-04-01', { movedDeals: 2 })).toBeNull();
  });
});
