import { derive, record } from '../explain/derive.ts';
import type { Why } from '../explain/why.ts';
import type { Criterion, Score } from './rubric.ts';

/** A session as its observer saw it. */
export type Session = {
  readonly id: string;
  readonly onDay: string;
  readonly rubric: readonly Criterion[];
  readonly scores: readonly Score[];
};
export type TrendPoint = { readonly id: string; readonly onDay: string; readonly level: number };

/** One criterion over all sessions that looked at it, the oldest first. `change` is last − first; null from a single session. */
export type Trend = {
  readonly key: string;
  readonly name: string;
  readonly points: readonly TrendPoint[];
  readonly change: number | null;
};

/**
 * How somebody comes on in each criterion, over sessions of any scenario whose rubric knows it; the name is that of the last one. Criteria
 * in the order in which they came up. Sessions of one day keep their order.
 */
export function trendsOf(sessions: readonly Session[]): Trend[] {
  const trends = new Map<string, { name: string; points: TrendPoint[] }>();
  const inOrder = sessions.toSorted((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : 0));
  for (const { id, onDay, rubric, scores } of inOrder)
    for (const { key, name } of rubric) {
      const level = scores.find((one) => one.key === key)?.level;
      if (level === undefined) continue;
      const known = trends.get(key);
      trends.set(key, { name, points: [...(known?.points ?? []), { id, onDay, level }] });
    }
  return [...trends].map(([key, { name, points }]) => {
    const [first, last] = [points[0], points.at(-1)];
    return { key, name, points, change: first && last && points.length > 1 ? last.level - first.level : null };
  });
}

/** How a change comes about: the level of the last session less that of the first. Null from a single session. */
export function whyTrend({ points }: Trend): Why | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  return derive('difference', { rule: 'role-play.change', unit: 'count' }, [
    record('role_play', last.id, last.level, 'count', last.onDay),
    record('role_play', first.id, first.level, 'count', first.onDay),
  ]);
}
