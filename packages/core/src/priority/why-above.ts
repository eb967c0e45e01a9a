import type { Ranked } from './prioritise.ts';

/** What put one task before another: the first thing in which they differ. */
export type AboveReason =
  | 'lane'
  | 'share-covers'
  | 'share-waits'
  | 'blocked'
  | 'fits-before'
  | 'on-time'
  | 'deadline'
  | 'value-per-hour'
  | 'more-at-stake'
  | 'shorter'
  | 'tie';

/** The two tasks as they stand, the upper first, and what decided between them. */
export type Above = { readonly upper: Ranked; readonly lower: Ranked; readonly reason: AboveReason };

/**
 * Why one of two ranked tasks stands above the other, whichever way they are asked. The reason is the first rule of the order in which
 * they differ, so it cannot contradict the order. Throws RangeError on a task compared with itself.
 */
export function whyAbove(one: Ranked, other: Ranked): Above {
  if (one.place === other.place) throw new RangeError(`A task does not stand above itself: ${one.id}.`);
  const [upper, lower] = one.place < other.place ? [one, other] : [other, one];
  return { upper, lower, reason: reasonOf(upper, lower) };
}

function reasonOf(upper: Ranked, lower: Ranked): AboveReason {
  if (upper.lane !== lower.lane) {
    if (upper.reason === 'strategic-due') return 'share-covers';
    return lower.reason === 'strategic-waiting' ? 'share-waits' : 'lane';
  }
  if (lower.reason === 'blocked' && upper.reason !== 'blocked') return 'blocked';
  if (upper.lane === 'urgent' && upper.reason !== lower.reason)
    return upper.reason === 'on-time' ? 'on-time' : 'fits-before';
  if (upper.lane === 'urgent') {
    if (upper.due !== lower.due) return 'deadline';
    return upper.hours < lower.hours ? 'shorter' : 'tie';
  }
  if (upper.lane === 'strategic' && upper.due !== lower.due) return 'deadline';
  if (upper.index > lower.index) return 'value-per-hour';
  if ((upper.delayCost ?? 0) > (lower.delayCost ?? 0)) return 'more-at-stake';
  return upper.due === lower.due ? 'tie' : 'deadline';
}
