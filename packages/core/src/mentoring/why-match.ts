import { derive, record, stored } from '../explain/derive.ts';
import type { Why } from '../explain/why.ts';
import { type SkillStep, whyGap } from './mentorship.ts';
import { bonusOf, type Mentee, type Mentor, type PairRules } from './people-fit.ts';

/**
 * How the fit of a pair comes about: `Σ need·min(gap, lead) ÷ Σ need·gap`, and the bonus. Null when nothing is lacking.
 * @param names of the skills
 */
export function whyFit(
  mentee: Mentee,
  mentor: Mentor,
  rules: PairRules,
  names: ReadonlyMap<string, string>,
): Why | null {
  const lacking = mentee.needs
    .filter(({ required, level, weight }) => required > level && weight > 0)
    .map((need): SkillStep => ({ ...need, name: names.get(need.skillId) ?? need.skillId }));
  if (lacking.length === 0) return null;
  const closed = lacking.flatMap(({ skillId, name, weight, required, level }) => {
    const own = mentor.levels.get(skillId);
    if (own === undefined || own <= level) return [];
    return derive('product', { rule: 'mentoring.closed', unit: 'count', label: name }, [
      stored('mentoring', 'weight', weight, 'count'),
      derive('difference', { rule: 'mentoring.level-closed', unit: 'count' }, [
        derive('min', { rule: 'mentoring.level-up-to-required', unit: 'count' }, [
          stored('mentoring', 'mentor-level', own, 'count'),
          stored('mentoring', 'required', required, 'count'),
        ]),
        stored('mentoring', 'level', level, 'count'),
      ]),
    ]);
  });
  const bonus = bonusOf(mentee, mentor, rules);
  const share = derive('quotient', { rule: 'mentoring.share-closed', unit: 'ratio' }, [
    derive('sum', { rule: 'mentoring.closed-in-all', unit: 'count' }, closed),
    whyGap(lacking),
  ]);
  return derive('sum', { rule: 'mentoring.fit', unit: 'ratio' }, [
    share,
    ...(bonus > 0 ? [stored('mentoring', 'bonus', bonus, 'ratio')] : []),
  ]);
}

/** A pair that is proposed: the profile of its mentee, what the two are called, and their fit. */
export type ProposedPair = { readonly profileId: string; readonly label: string; readonly fit: number };

/** The total of a proposal: the sum of the fits of its pairs. */
export const whyTotal = (pairs: readonly ProposedPair[], label?: string): Why =>
  derive(
    'sum',
    { rule: 'mentoring.total', unit: 'ratio', ...(label === undefined ? {} : { label }) },
    pairs.map((pair) => record('mentee_profile', pair.profileId, pair.fit, 'ratio', pair.label)),
  );

/** What decisions by hand cost: the total without them less the total with them. */
export const whyPrice = (without: readonly ProposedPair[], pairs: readonly ProposedPair[]): Why =>
  derive('difference', { rule: 'mentoring.price', unit: 'ratio' }, [whyTotal(without), whyTotal(pairs)]);
