import type { TodayDeed, TodayDeedBody, TodayDeedView, TodaySourceName } from '@milepost/contract/today';
import type { Actor } from '../../auth/actor.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';

import { activities, nothingSaid } from '../activities/store.ts';
import { people } from '../people/store.ts';
import { completed, sourceNamed } from './all-sources.ts';
import { whoseDay } from './gather-day.ts';
import { marks } from './mark-store.ts';
import type { TodayItem, Whose } from './source.ts';
import { undoDeed } from './undo-deed.ts';

type Asked = { source: TodaySourceName; id: string; deed: TodayDeed; seen: number };

/**
 * Does something with an item of one's own day, from the list: done, put off until a day, given to the backup, or taken back.
 * @throws Failure `not-found` where it is not on the list, `version-clash`, `no-backup`, `invalid-input` for a deed that the item does not
 * know and a day that is not after today
 */
export async function doItem(deps: Deps, actor: Actor, asked: Asked, body: TodayDeedBody): Promise<TodayDeedView> {
  const whose = await whoseDay(deps, actor, body);
  return deps.transact(actor, async (work) => {
    if (asked.deed === 'undo') return undoDeed(work, whose, asked);
    const items = await sourceNamed(asked.source).items(work.db, actor, whose);
    const [item] = await completed(
      work.db,
      actor,
      items.filter(({ id }) => id === asked.id),
    );
    if (!item) throw new Failure('not-found');
    if (item.version !== asked.seen) throw new Failure('version-clash', { current: { version: item.version } });
    if (!item.deeds.includes(asked.deed))
      throw new Failure(
        'invalid-input',
        fieldIssue('/deed', 'not-offered', `${asked.source} does not know ${asked.deed}`),
      );
    if (asked.deed === 'done') return tick(work, whose, item);
    return asked.deed === 'snooze' ? putOff(work, whose, item, body.untilOn) : give(work, whose, item);
  });
}

const placeOf = ({ personId }: Whose, { source, id }: TodayItem) => ({ personId, source, itemId: id });
const told = ({ name, accountId }: TodayItem) => ({ name, accountId });

async function tick(work: Work, whose: Whose, item: TodayItem): Promise<TodayDeedView> {
  const { id, version } = item;
  const after = await sourceNamed(item.source).tick?.(work, { id, version, isDone: true, day: whose.day });
  // An activity keeps the day on which it was done itself.
  if (item.source !== 'activity')
    await marks.say(work, placeOf(whose, item), { ...told(item), done_on: whose.day, action: 'done' });
  return { version: after ?? version, taskId: null };
}

async function putOff(work: Work, whose: Whose, item: TodayItem, untilOn: string | undefined): Promise<TodayDeedView> {
  if (untilOn === undefined || untilOn <= whose.day)
    throw new Failure('invalid-input', fieldIssue('/untilOn', 'not-after-today', 'a day after today'));
  await marks.say(work, placeOf(whose, item), { ...told(item), until_on: untilOn, action: 'snoozed' });
  return { version: item.version, taskId: null };
}

/** Hands an item to the backup of its record: the item itself, or a task about it that hides it while it is open. */
async function give(work: Work, whose: Whose, item: TodayItem): Promise<TodayDeedView> {
  const backup = item.backupId === null ? undefined : await people.find(work.db, work.actor, item.backupId);
  if (backup?.is_active !== 1 || backup.id === whose.personId) throw new Failure('no-backup');
  const { id, version } = item;
  const source = sourceNamed(item.source);
  if (source.give)
    return {
      version: await source.give(work, { id, version, toId: backup.id, fromId: whose.personId }),
      taskId: null,
    };
  const taskId = work.newId();
  await activities.create(work, {
    ...nothingSaid,
    id: taskId,
    kind: item.kind ?? 'call',
    person_id: backup.id,
    owner_id: item.ofId,
    backup_id: item.backupId,
    account_id: item.accountId,
    opportunity_id: item.opportunityId,
    on_day: whose.day,
    is_done: 0,
    subject: item.name,
    lane: item.lane === 'value' ? null : item.lane,
    deadline_on: item.dueOn !== null && item.dueOn > whose.day ? item.dueOn : null,
    given_by_id: whose.personId,
  });
  await marks.say(work, placeOf(whose, item), { ...told(item), task_id: taskId, action: 'given' });
  return { version, taskId };
}
