import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Commitment, rollUpCommitments } from './commitments.ts';
import { decompose } from './decompose.ts';
import type { Plan } from './plan.ts';

const made = decompose({
  total: 24_000,
  persons: ['ann', 'ben'].map((id) => ({ id, weight: 1 })),
  lines: ['Pumps', 'Valves'].map((id) => ({ id, weight: 1 })),
  monthShares: new Array<number>(12).fill(1),
});
const plan = (made.status === 'ok' ? made.plan : null) as Plan;
const ofAnn = (month: number, value: number, line: string | null = null): Commitment => ({
  person: 'ann',
  line,
  month,
  value,
});

describe('commitments beside the plan (T1)', () => {
  it('silence is unknown, not zero, and no shortfall of the team', () => {
    expect(rollUpCommitments(plan, [], ['ann', 'ben']).year).toEqual({
      planned: 24_000,
      committed: null,
      difference: null,
      unsaid: 24,
    });
    const { months, year } = rollUpCommitments(plan, [ofAnn(0, 900)], ['ann', 'ben']);
    expect(months[0]).toEqual({ planned: 2000, committed: 900, difference: -100, unsaid: 1 });
    expect(months[1]).toMatchObject({ committed: null, unsaid: 2 });
    expect(year).toMatchObject({ committed: 900, difference: -100, unsaid: 23 });
  });

  it('lines of a month are summed; a commitment of nothing is one', () => {
    const { months } = rollUpCommitments(plan, [ofAnn(0, 700, 'Pumps'), ofAnn(0, 400, 'Valves'), ofAnn(1, 0)], ['ann']);
    expect(months[0]).toMatchObject({ committed: 1100, difference: 100 });
    expect(months[1]).toMatchObject({ committed: 0, difference: -1000, unsaid: 0 });
  });

  it('refuses people who are not in the plan', () => {
    expect(() => rollUpCommitments(plan, [], ['nobody'])).toThrow(/no person nobody/);
  });

  it('by law the team is the sum of its people', () => {
    const one = fc.record({
      person: fc.constantFrom('ann', 'ben'),
      line: fc.constant(null),
      month: fc.integer({ min: 0, max: 11 }),
      value: fc.integer({ min: 0, max: 1e9 }),
    });
    fc.assert(
      fc.property(fc.array(one), (some) => {
        const [ann, ben, team] = [['ann'], ['ben'], ['ann', 'ben']].map(
          (who) => rollUpCommitments(plan, some, who).year,
        );
        for (const key of ['planned', 'unsaid', 'committed', 'difference'] as const)
          expect(team?.[key] ?? 0).toBe((ann?.[key] ?? 0) + (ben?.[key] ?? 0));
      }),
    );
  });
});
