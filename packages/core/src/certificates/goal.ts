import { addMonths, toDay, toIso } from '../calendar/civil-day.ts';
import { standingOn } from './expiry.ts';

/** Something that somebody was awarded on a day, and until when it holds; null for ever. */
export type Award = { readonly completedOn: string; readonly expiresOn: string | null };

export type GoalStanding = {
  /** `late`: not reached, and the day by which it was wanted has passed. */
  readonly status: 'open' | 'late' | 'reached';
  /** By when it is wanted: the stated day, or the day the award expires that reopened it. */
  readonly dueOn: string;
  /** The day on which its renewal window opened, or the award ran out; null while it was never reached, or holds. */
  readonly reopenedOn: string | null;
};

/** Of several awards the one that holds longest on a day, of those made by then; null without one. */
export function awardOn<A extends Award>(awards: readonly A[], day: string): A | null {
  let best: A | null = null;
  for (const award of awards) {
    if (award.completedOn > day) continue;
    const isLonger =
      best && (award.expiresOn === null || (best.expiresOn !== null && award.expiresOn > best.expiresOn));
    if (!best || isLonger) best = award;
  }
  return best;
}

/**
 * Where the goal "this certificate by that day" stands. It is reached while an award holds and its renewal is not due; from the day on
 * which the renewal window opens it is open again, now until the award expires (cases, certificate).
 * @throws RangeError for a window below 0, or a day that does not exist
 */
export function goalOn(
  goal: { readonly dueOn: string; readonly windowMonths: number },
  awards: readonly Award[],
  day: string,
): GoalStanding {
  const award = awardOn(awards, day);
  if (award === null) return { status: day > goal.dueOn ? 'late' : 'open', dueOn: goal.dueOn, reopenedOn: null };
  const { expiresOn } = award;
  if (expiresOn === null || standingOn(expiresOn, goal.windowMonths, day) === 'valid')
    return { status: 'reached', dueOn: goal.dueOn, reopenedOn: null };
  const opens = toIso(addMonths(toDay(expiresOn), -goal.windowMonths));
  const reopenedOn = [opens, award.completedOn].sort().at(-1) ?? opens;
  return { status: day >= expiresOn ? 'late' : 'open', dueOn: expiresOn, reopenedOn };
}
