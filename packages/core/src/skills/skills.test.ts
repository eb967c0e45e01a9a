import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOn, type Proof, skillGaps } from './gap.ts';
import { criteriaOf, type Rung, rungStatus } from './ladder.ts';

const proof = (skillId: string, level: number, provenOn: string, validUntil: string | null = null): Proof => ({
  skillId,
  level,
  provenOn,
  validUntil,
});

describe('S4 the gap to a role', () => {
  const role = [
    { skillId: 'negotiation', required: 4, weight: 2 },
    { skillId: 'pricing', required: 2, weight: 1 },
  ];

  it('is what is required less what is proven, and readiness is what is not missing', () => {
    const { gaps, readiness } = skillGaps(role, [proof('negotiation', 3, '2026-01-01')], '2026-06-01');
    expect(gaps.map(({ level, gap }) => [level, gap])).toEqual([
      [3, 1],
      [null, 2],
    ]);
    expect(readiness).toBeCloseTo(1 - (2 * 1 + 1 * 2) / (2 * 4 + 1 * 2), 12);
    expect(skillGaps([], [], '2026-06-01').readiness).toBeNull();
  });

  it('takes the latest proof that still holds', () => {
    const proofs = [
      proof('a', 4, '2026-01-01'),
      proof('a', 2, '2026-03-01'),
      proof('a', 5, '2026-02-01', '2026-02-28'),
    ];
    expect(levelOn(proofs, 'a', '2026-02-10')).toBe(5);
    expect(levelOn(proofs, 'a', '2026-03-01')).toBe(2);
    expect(levelOn(proofs, 'a', '2025-12-31')).toBeNull();
  });

  it('never shrinks by a lesser level, and lies between 0 and the requirement', () => {
    const level = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(level, level, level, (required, first, second) => {
        const gapOf = (own: number) =>
          skillGaps([{ skillId: 'a', required, weight: 1 }], [proof('a', own, '2026-01-01')], '2026-01-02').gaps[0]
            ?.gap ?? -1;
        expect(gapOf(Math.min(first, second))).toBeGreaterThanOrEqual(gapOf(Math.max(first, second)));
        expect(gapOf(first)).toBeGreaterThanOrEqual(0);
        expect(gapOf(first)).toBeLessThanOrEqual(required);
      }),
    );
  });
});

describe('S4 a rung of the ladder', () => {
  const rung: Rung = {
    id: 'senior',
    track: 'specialist',
    from: ['junior'],
    levels: [{ skillId: 'negotiation', required: 3 }],
    certificates: ['contracts'],
    months: 12,
    results: [{ measure: 'attainment', least: 1 }],
  };
  const record = {
    proofs: [proof('negotiation', 3, '2026-01-01')],
    certificates: new Map([['contracts', 'renewal-due' as const]]),
    monthsIn: new Map([['junior', 14]]),
    results: new Map([['attainment', 1.1]]),
  };

  it('is reached when all it asks is met, each with what proves it', () => {
    const criteria = criteriaOf(rung, record, '2026-06-01');
    expect(criteria.map(({ kind, status }) => [kind, status])).toEqual([
      ['level', 'met'],
      ['certificate', 'met'],
      ['months', 'met'],
      ['result', 'met'],
    ]);
    expect(rungStatus(criteria)).toBe('reached');
  });

  it('turns with a certificate that runs out (case 24), and tells unknown from missed', () => {
    const expired = { ...record, certificates: new Map([['contracts', 'expired' as const]]) };
    expect(rungStatus(criteriaOf(rung, expired, '2026-06-01'))).toBe('not-reached');
    const unmeasured = { ...record, results: new Map() };
    expect(rungStatus(criteriaOf(rung, unmeasured, '2026-06-01'))).toBe('open');
  });
});
