import { describe, expect, it } from 'vitest';
import { toDay } from './civil-day.ts';
import { dueState } from './due.ts';

describe('a task due on 27 February', () => {
  const due = toDay('2026-02-27');

  it('is due today on the 27th, also when it is already the 28th in Greenwich', () => {
    const todayInVancouver = toDay('2026-02-27');
    expect(dueState(due, todayInVancouver)).toBe('today');
  });

  it('is upcoming on the 26th and overdue on the 28th', () => {
    expect(dueState(due, toDay('2026-02-26'))).toBe('upcoming');
    expect(dueState(due, toDay('2026-02-28'))).toBe('overdue');
  });
});
