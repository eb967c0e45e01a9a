import { describe, expect, it } from 'vitest';
import { paceSignal } from './control-limits.ts';
import { needsCorrectiveAction } from './corrective-action.ts';
import { pace } from './pace.ts';

describe('working day 10 of 20 with 38 % done', () => {
  const subject = { measure: 'revenue', scope: 'team-east' };
  const signal = paceSignal(pace({ actual: 38, planToDate: 50, rest: 50 }).ratio);

  it('asks for one corrective action, and the next red day for no second one', () => {
    expect(needsCorrectiveAction(subject, signal, [])).toBe(true);
    expect(needsCorrectiveAction(subject, signal, [subject])).toBe(false);
  });

  it('asks for one of its own for another team and for another measure', () => {
    expect(needsCorrectiveAction({ ...subject, scope: 'team-west' }, signal, [subject])).toBe(true);
    expect(needsCorrectiveAction({ ...subject, measure: 'visits' }, signal, [subject])).toBe(true);
  });

  it('asks for none while the pace is only a little behind, or unknown', () => {
    expect(needsCorrectiveAction(subject, paceSignal(0.85), [])).toBe(false);
    expect(needsCorrectiveAction(subject, null, [])).toBe(false);
  });
});
