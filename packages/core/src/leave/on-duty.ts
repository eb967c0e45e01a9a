import type { Day, Span } from '../calendar/civil-day.ts';

/** The days on which each person is away for the whole day; who is not named is never away. */
export type Absences = { readonly isAway: (personId: string, day: Day) => boolean };

/** Who does a piece of work: its owner, the backup, the next in the line when those are away, or nobody. */
export type Duty =
  | { readonly as: 'owner' | 'backup' | 'next'; readonly personId: string }
  | { readonly as: 'nobody'; readonly personId: null };

/** Whose a piece of work is, and who is asked next. `next` is everybody after the backup, in the order in which they are asked. */
export type Line = {
  readonly ownerId: string | null;
  readonly backupId: string | null;
  readonly next: readonly string[];
};

/**
 * Who works for whom on a day (rule 7): the owner; while they are away all day the backup; while both are, the next of the line who
 * is there. Half a day away is a day on which the owner is there. Nothing is written down: when the absence ends, the same question
 * answers the owner again.
 */
export function onDuty({ ownerId, backupId, next }: Line, day: Day, { isAway }: Absences): Duty {
  const isThere = (id: string | null): id is string => id !== null && !isAway(id, day);
  if (isThere(ownerId)) return { as: 'owner', personId: ownerId };
  if (isThere(backupId)) return { as: 'backup', personId: backupId };
  const other = next.find(isThere);
  return other === undefined ? { as: 'nobody', personId: null } : { as: 'next', personId: other };
}

/**
 * The day by which it is decided who does a piece of work: the day it is due, or today when it has no day or its day has passed. So
 * what is due in an absence goes to the backup ahead of time, and what was left over comes back with the owner.
 */
export const dutyDay = (due: Day | null, today: Day): Day => (due === null || due < today ? today : due);

/**
 * The whole absence that a day lies in, out of spans of whole days off in any order; spans that touch are one absence. Null when
 * somebody is there on that day. Throws RangeError on a span that ends before it starts.
 */
export function absenceAround(spans: readonly Span[], day: Day): Span | null {
  let found: Span | null = null;
  for (const { first, last } of spans.toSorted((a, b) => a.first - b.first)) {
    if (last < first) throw new RangeError('An absence ends after it starts.');
    if (found && first <= found.last + 1) found = { first: found.first, last: Math.max(found.last, last) };
    else if (found && found.last >= day) break;
    else found = { first, last };
  }
  return found && found.first <= day && day <= found.last ? found : null;
}
