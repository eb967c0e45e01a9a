import type { WeekActivity, WeekDay, WeekProposal } from '@milepost/contract/week';

/** What stands on a day of the week and can be taken hold of: an activity, or a visit that is only proposed. */
export type WeekCard =
  | { is: 'activity'; key: string; day: string; activity: WeekActivity }
  | { is: 'proposal'; key: string; day: string; proposal: WeekProposal };

/** The cards of a day: appointments by their time, then what is planned, then what is proposed. */
export function cardsOf({ day, activities, proposals }: WeekDay): WeekCard[] {
  const timed = activities.filter(({ startsAt }) => startsAt !== null);
  const free = activities.filter(({ startsAt }) => startsAt === null);
  const ordered = [...timed.toSorted((a, b) => ((a.startsAt ?? '') < (b.startsAt ?? '') ? -1 : 1)), ...free];
  return [
    ...ordered.map((activity): WeekCard => ({ is: 'activity', key: activity.id, day, activity })),
    ...proposals.map(
      (proposal, at): WeekCard => ({ is: 'proposal', key: `${day} ${proposal.account.id} ${at}`, day, proposal }),
    ),
  ];
}

/**
 * Whether it can be moved to other days: what is proposed, and what is planned without a time. An appointment stands, what is done
 * happened, and what belongs to a colleague is theirs to move.
 */
export const canMove = (card: WeekCard): boolean =>
  card.is === 'proposal' || (card.activity.startsAt === null && !card.activity.isDone && !card.activity.isJoined);

/** Whether a call can take its place: what is proposed, and a visit of one's own that is planned without a time. */
export const canCall = (card: WeekCard): boolean =>
  card.is === 'proposal' || (card.activity.kind === 'visit' && canMove(card));

/** Days that something can be moved to: from today on, and not the one where it stands. */
export const daysFor = (days: readonly Pick<WeekDay, 'day'>[], card: WeekCard, today: string): string[] =>
  days.map(({ day }) => day).filter((day) => day >= today && day !== card.day);
