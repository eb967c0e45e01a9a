import type { TodayDeedView, TodaySourceName } from '@milepost/contract/today';
import type { TodayMarkTable } from '../../db/tables/today.ts';
import type { Work } from '../../db/work.ts';
import { Failure } from '../../http/failure.ts';
import { activities } from '../activities/store.ts';
import { sourceNamed } from './all-sources.ts';
import { marks, unmarked } from './mark-store.ts';
import type { Whose } from './source.ts';

type Asked = { source: TodaySourceName; id: string; seen: number };

/** Puts an item back on the list: what was done is open again, what was put off or given away returns. */
export async function undoDeed(work: Work, whose: Whose, asked: Asked): Promise<TodayDeedView> {
  const mark = await marks.find(work.db, work.actor.orgId, {
    personId: whose.personId,
    source: asked.source,
    itemId: asked.id,
  });
  const isMarked = mark && (mark.until_on !== null || mark.task_id !== null || mark.done_on !== null);
  if (isMarked) return takeBack(work, whose, asked, mark);
  if (asked.source !== 'activity') throw new Failure('not-found');
  const row = await activities.get(work.db, work.actor, asked.id);
  if (row.person_id !== whose.personId && row.given_by_id !== whose.personId) throw new Failure('not-found');
  const back =
    row.is_done === 1 ? { is_done: 0 as const, done_on: null } : { person_id: whose.personId, given_by_id: null };
  const action = row.is_done === 1 ? 'reopened' : 'taken-back';
  return { version: (await activities.update(work, asked.id, asked.seen, back, { action })).version, taskId: null };
}

async function takeBack(work: Work, whose: Whose, asked: Asked, mark: TodayMarkTable): Promise<TodayDeedView> {
  if (mark.version !== asked.seen) throw new Failure('version-clash', { current: { version: mark.version } });
  if (mark.done_on !== null) {
    const { tick, versionOf } = sourceNamed(asked.source);
    // Nobody else's tick may be taken back unseen.
    const version = await versionOf?.(work.db, work.actor, asked.id);
    if (version !== undefined) await tick?.(work, { id: asked.id, version, isDone: false, day: whose.day });
  }
  if (mark.task_id !== null) {
    const task = await activities.find(work.db, work.actor, mark.task_id);
    if (task && task.is_done === 0 && task.archived_at === null) await activities.archive(work, task.id, task.version);
  }
  const { version } = await marks.say(
    work,
    { personId: whose.personId, source: asked.source, itemId: asked.id },
    { ...unmarked, name: mark.name, accountId: mark.account_id, action: 'taken-back' },
  );
  return { version, taskId: null };
}
