import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOf, type Step, type StepKind, statusOf } from './answers.ts';

const steps = (...told: [StepKind, string | null][]): Step[] => told.map(([kind, person]) => ({ kind, person }));
const statusAfter = (...told: [StepKind, string | null][]) => {
  const answers = answersOf(['ann', 'ben'], steps(...told));
  return answers && statusOf(answers);
};

describe('what people answer to a plan (T1)', () => {
  it('is asked for when it is submitted, and forgotten when it is withdrawn', () => {
    expect(statusAfter()).toBeNull();
    expect(statusAfter(['submitted', null])).toBe('submitted');
    expect(statusAfter(['submitted', null], ['accepted', 'ann'], ['withdrawn', null])).toBeNull();
    expect(statusAfter(['submitted', null], ['accepted', 'ann'], ['withdrawn', null], ['submitted', null])).toBe(
      'submitted',
    );
  });

  it('is accepted only when nobody is silent, and disputed as soon as one objects', () => {
    expect(statusAfter(['submitted', null], ['accepted', 'ann'])).toBe('submitted');
    expect(statusAfter(['submitted', null], ['accepted', 'ann'], ['accepted', 'ben'])).toBe('accepted');
    expect(statusAfter(['submitted', null], ['accepted', 'ann'], ['disputed', 'ben'])).toBe('disputed');
    expect(statusAfter(['submitted', null], ['accepted', 'ann'], ['disputed', 'ben'], ['upheld', 'ben'])).toBe(
      'accepted',
    );
  });

  it('by law depends on the last answer of each alone, and on nobody outside the plan', () => {
    const answer = fc.record({
      kind: fc.constantFrom<StepKind>('accepted', 'disputed', 'upheld'),
      person: fc.constantFrom('ann', 'ben', 'stranger'),
    });
    fc.assert(
      fc.property(fc.array(answer), (said) => {
        const answers = answersOf(['ann', 'ben'], [{ kind: 'submitted', person: null }, ...said]);
        for (const person of ['ann', 'ben'])
          expect(answers?.get(person)).toBe(said.findLast((one) => one.person === person)?.kind ?? 'asked');
        expect(answers?.has('stranger')).toBe(false);
      }),
    );
  });
});
