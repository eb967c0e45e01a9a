import type { ChurnFacts, ChurnRule, ChurnSign } from './alert.ts';

/** How much of the health of a customer each sign can take at most, in points. */
export type CausePoints = Readonly<Record<ChurnSign, number>>;
export const usualPoints: CausePoints = { alive: 40, silence: 25, renewal: 20, activity: 15 };

/** A sign of danger with the points that it takes, of those that it could. */
export type Cause = { readonly sign: ChurnSign; readonly points: number; readonly most: number };
/** What is left of 100 when the causes have taken theirs; null where nothing is known of the customer. */
export type Health = { readonly score: number | null; readonly causes: readonly Cause[] };

/** Half of the points are gone at the threshold, all where it cannot be worse, none where it cannot be better. */
function dangerOf(chance: number, threshold: number): number {
  if (threshold <= 0) return chance <= 0 ? 1 : 0;
  if (chance <= threshold) return 1 - 0.5 * (chance / threshold);
  return threshold >= 1 ? 0 : (0.5 * (1 - chance)) / (1 - threshold);
}

/**
 * What speaks against a customer staying, each with its points, and what is left: 100 less the points taken as a share of those that
 * could be taken by what is known. What is unknown takes nothing and could take nothing. The causes that take most come first.
 */
export function healthOf(facts: ChurnFacts, rule: ChurnRule, points: CausePoints): Health {
  const fall = facts.activity === null ? null : 1 - Math.max(0, facts.activity.fall);
  const signs: readonly (readonly [ChurnSign, number | null, number | null])[] = [
    ['alive', facts.alive, rule.leastAlive],
    ['silence', facts.silence, rule.unlikelySilence],
    ['renewal', facts.renewal, rule.leastRenewal],
    ['activity', fall, rule.activityFall === null ? null : 1 - rule.activityFall],
  ];
  const causes = signs.flatMap(([sign, chance, threshold]): Cause[] =>
    chance === null || threshold === null || points[sign] === 0
      ? []
      : [{ sign, points: Math.round(points[sign] * dangerOf(chance, threshold)), most: points[sign] }],
  );
  const [taken, most] = [sum(causes, 'points'), sum(causes, 'most')];
  return {
    score: most === 0 ? null : 100 - Math.round((100 * taken) / most),
    causes: causes.sort((a, b) => b.points - a.points || (a.sign < b.sign ? -1 : 1)),
  };
}

const sum = (causes: readonly Cause[], of: 'points' | 'most') => causes.reduce((all, cause) => all + cause[of], 0);
