import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, isConstant, leavesOf } from '../explain/why.ts';
import { explainGap, explainReadiness, type SourcedGap } from './explain-gap.ts';
import { skillGaps } from './gap.ts';

const sourced = (
  requirements: readonly { skillId: string; required: number; weight: number }[],
  levels: Readonly<Record<string, number>>,
): { gaps: SourcedGap[]; readiness: number | null } => {
  const proofs = Object.entries(levels).map(([skillId, level]) => ({
    ...{ skillId, level, provenOn: '2026-01-01', validUntil: null },
  }));
  const { gaps, readiness } = skillGaps(requirements, proofs, '2026-03-16');
  return {
    gaps: gaps.map((gap) => ({
      ...gap,
      ...{ name: gap.skillId, profileId: 'p', assessmentId: gap.level === null ? null : `a-${gap.skillId}` },
    })),
    readiness,
  };
};

describe('the derivation of gaps and readiness', () => {
  it('ends in the assessment and the role profile', () => {
    const { gaps, readiness } = sourced(
      [
        { skillId: 'negotiation', required: 4, weight: 2 },
        { skillId: 'discovery', required: 3, weight: 1 },
      ],
      { negotiation: 3, discovery: 5 },
    );
    expect(gaps.map(explainGap).map(({ value }) => value)).toEqual([1, 0]);
    const why = explainReadiness(gaps);
    expect(why?.value).toBeCloseTo(9 / 11, 12);
    expect(why?.value).toBeCloseTo(readiness ?? Number.NaN, 12);
    expect(leavesOf(gaps.map(explainGap)[0] as never).map(({ kind, id }) => [kind, id])).toEqual([
      ['role_profile', 'p'],
      ['assessment', 'a-negotiation'],
      ['role_profile', 'p'],
    ]);
  });

  it('takes the whole requirement where nobody has assessed, and is no constant', () => {
    const { gaps } = sourced([{ skillId: 'closing', required: 3, weight: 1 }], {});
    const why = explainGap(gaps[0] as SourcedGap);
    expect(why.value).toBe(3);
    expect(isConstant(why)).toBe(false);
  });

  it('says nothing where nothing is asked', () => {
    expect(explainReadiness([])).toBeNull();
  });

  it('always gives the gap and the readiness of the rule', () => {
    const skill = fc.record({
      required: fc.integer({ min: 0, max: 5 }),
      weight: fc.integer({ min: 0, max: 9 }),
      level: fc.option(fc.integer({ min: 0, max: 5 })),
    });
    fc.assert(
      fc.property(fc.array(skill, { maxLength: 12 }), (skills) => {
        const levels = Object.fromEntries(
          skills.flatMap(({ level }, at) => (level === null ? [] : [[`s${at}`, level] as const])),
        );
        const { gaps, readiness } = sourced(
          skills.map(({ required, weight }, at) => ({ skillId: `s${at}`, required, weight })),
          levels,
        );
        for (const gap of gaps) expect(evaluate(explainGap(gap))).toBe(gap.gap);
        const why = explainReadiness(gaps);
        if (readiness === null) expect(why).toBeNull();
        else expect(why?.value).toBeCloseTo(readiness, 9);
      }),
    );
  });
});
