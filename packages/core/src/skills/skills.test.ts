import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOn, type Proof, skillGaps } from './gap.ts';

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
