import { derive, record } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';
import type { Gap } from './gap.ts';

/** A gap with where its numbers stand: the assessment that proves the level, and the role profile that asks for one. */
export type SourcedGap = Gap & {
  readonly name: string;
  readonly profileId: string;
  /** Null where nobody has assessed the skill. */
  readonly assessmentId: string | null;
};

const asked = ({ profileId, required, name }: SourcedGap): Leaf =>
  record('role_profile', profileId, required, 'count', name);
const weight = ({ profileId, weight: value, name }: SourcedGap): Leaf =>
  record('role_profile', profileId, value, 'ratio', name);

/** What counts of a proven level: no more than is asked. Nothing is proven where nobody assessed: that sums to 0. */
function counted(one: SourcedGap): Why {
  const { assessmentId, level, name } = one;
  const heading = { rule: 'skills.counted', unit: 'count', label: name } as const;
  if (assessmentId === null || level === null) return derive('sum', heading, []);
  return derive('min', heading, [record('assessment', assessmentId, level, 'count', name), asked(one)]);
}

/** How the gap of one skill comes about, in levels: required − min(level, required) (rules, training path). */
export const explainGap = (one: SourcedGap): Why =>
  derive('difference', { rule: 'skills.gap', unit: 'count', label: one.name }, [asked(one), counted(one)]);

/**
 * How readiness comes about: `Σ weight · min(level, required) ÷ Σ weight · required`, which is `1 − Σ weight·gap ÷ Σ weight·required`.
 * Null where the role asks nothing.
 */
export function explainReadiness(gaps: readonly SourcedGap[]): Why | null {
  const has = gaps.map((one) =>
    derive('product', { rule: 'skills.weighted', unit: 'ratio', label: one.name }, [weight(one), counted(one)]),
  );
  const needs = gaps.map((one) =>
    derive('product', { rule: 'skills.weighted', unit: 'ratio', label: one.name }, [weight(one), asked(one)]),
  );
  const whole = derive('sum', { rule: 'skills.asked', unit: 'ratio' }, needs);
  if (whole.value === 0) return null;
  const heading = { rule: 'skills.readiness', unit: 'ratio' } as const;
  return derive('quotient', heading, [derive('sum', { rule: 'skills.proven', unit: 'ratio' }, has), whole]);
}
