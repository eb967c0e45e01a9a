import { describe, expect, it } from 'vitest';
import { evaluate } from '../explain/why.ts';
import { explainProgress, hoursLeft, progressOf } from './progress.ts';

const parts = {
  sectionIds: ['s1', 's2'],
  seenIds: new Set(['s1', 'gone']),
  isPassed: false,
  hasAttended: null,
  isCredited: false,
};

describe('S1 how far somebody is with a course', () => {
  it('counts each section, the quiz and the session as one part', () => {
    expect(progressOf(parts)).toEqual({ done: 1, parts: 3, isComplete: false });
    expect(progressOf({ ...parts, seenIds: new Set(['s1', 's2']), isPassed: true, hasAttended: false })).toEqual({
      ...{ done: 3, parts: 4, isComplete: false },
    });
    expect(progressOf({ ...parts, isCredited: true })).toEqual({ done: 3, parts: 3, isComplete: true });
    const bare = { ...parts, sectionIds: [], isPassed: null };
    expect(progressOf(bare)).toEqual({ done: 0, parts: 0, isComplete: true });
  });

  it('leaves the hours of the parts that are not done, and can be redone from its derivation', () => {
    expect(hoursLeft(6, progressOf(parts))).toBe(4);
    expect(hoursLeft(6, { done: 0, parts: 0, isComplete: true })).toBe(6);
    const why = explainProgress(progressOf(parts), { id: 'k1', name: 'Negotiation' });
    expect(why && evaluate(why)).toBeCloseTo(1 / 3, 12);
    expect(explainProgress({ done: 0, parts: 0, isComplete: true }, { id: 'k1', name: 'Negotiation' })).toBeNull();
  });
});
