import { derive, record, stored } from '../explain/derive.ts';
import type { Why } from '../explain/why.ts';
import { type Criterion, levelsOf, type Score } from './rubric.ts';

/**
 * The result of a session as one side saw it: `Σ weight · level ÷ Σ weight` over the criteria that were looked at, 1–4. Null when none
 * was.
 * @throws RangeError for a level that no rubric has
 */
export function whyScore(rubric: readonly Criterion[], scores: readonly Score[], sessionId: string): Why | null {
  const seen = levelsOf(scores);
  const looked = rubric.filter(({ key, weight }) => seen.has(key) && weight > 0);
  if (looked.length === 0) return null;
  const weightOf = ({ weight, name }: Criterion) => stored('role-play', 'weight', weight, 'count', name);
  const weighted = looked.map((one) =>
    derive('product', { rule: 'role-play.weighted', unit: 'count', label: one.name }, [
      record('role_play', sessionId, seen.get(one.key) ?? 0, 'count', one.name),
      weightOf(one),
    ]),
  );
  return derive('quotient', { rule: 'role-play.score', unit: 'count' }, [
    derive('sum', { rule: 'role-play.weighted-in-all', unit: 'count' }, weighted),
    derive('sum', { rule: 'role-play.weights', unit: 'count' }, looked.map(weightOf)),
  ]);
}

/** How much better or worse somebody sees themselves: self − observer. Null unless both looked at the same criteria at least in part. */
export function whyDifference(
  rubric: readonly Criterion[],
  { self, observer }: { self: readonly Score[]; observer: readonly Score[] },
  sessionId: string,
): Why | null {
  const [own, other] = [levelsOf(self), levelsOf(observer)];
  const both = rubric.filter(({ key }) => own.has(key) && other.has(key));
  const [mine, theirs] = [whyScore(both, self, sessionId), whyScore(both, observer, sessionId)];
  return mine && theirs ? derive('difference', { rule: 'role-play.difference', unit: 'count' }, [mine, theirs]) : null;
}
