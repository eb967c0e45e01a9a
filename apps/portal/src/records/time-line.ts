import type { ActivityView } from '@milepost/contract/activities';
import type { ChangeView } from '@milepost/contract/changes';

export type TimeLineEntry =
  | { id: string; at: string; kind: 'activity'; activity: ActivityView }
  | { id: string; at: string; kind: 'change'; change: ChangeView };

/** When an activity is told: the instant it was logged, where that lies on its own day, else noon of that day. */
const instantOf = ({ onDay, createdAt }: Pick<ActivityView, 'onDay' | 'createdAt'>): string =>
  createdAt.startsWith(onDay) ? createdAt : `${onDay}T12:00:00.000Z`;

/** What was read so far of one of the two sources, newest first, and whether there is more. */
type Read<T> = { items: readonly T[]; hasMore: boolean };

/**
 * Activities and changes as one line, newest first; an activity is told once: the change that logged it is left out. Where one source
 * has more to read, nothing older than what it told last is shown yet, so that what comes later never lands in the middle.
 */
export function timeLineOf(activities: Read<ActivityView>, changes: Read<ChangeView>): TimeLineEntry[] {
  const done = activities.items.map(
    (activity): TimeLineEntry => ({ id: activity.id, at: instantOf(activity), kind: 'activity', activity }),
  );
  const changed = changes.items.map((change) => ({ id: change.id, at: change.at, kind: 'change' as const, change }));
  const oldest = (entries: readonly TimeLineEntry[], { hasMore }: { hasMore: boolean }): string =>
    hasMore ? (entries.at(-1)?.at ?? '') : '';
  const edge = [oldest(done, activities), oldest(changed, changes)].sort().at(-1) ?? '';
  return [...done, ...changed.filter(({ change }) => change.subject !== 'activity')]
    .filter(({ at }) => at >= edge)
    .sort((a, b) => b.at.localeCompare(a.at));
}
