import type { TodaySourceName } from '@milepost/contract/today';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { TodayMarkTable } from '../../db/tables/today.ts';
import type { Work } from '../../db/work.ts';

const base = recordStore({
  table: 'today_mark',
  sort: { createdAt: 'created_at' },
  filter: { source: 'source' },
  search: ['name'],
  account: 'account_id',
});

type Of = { personId: string; source: TodaySourceName; itemId: string };
type Said = Pick<TodayMarkTable, 'until_on' | 'task_id' | 'done_on'>;

/** Nothing is said about an item any more: it stands where its source puts it. */
export const unmarked: Said = { until_on: null, task_id: null, done_on: null };

/** A mark that counts, and who has the task that was made of its item, if one was. */
export type Mark = TodayMarkTable & { task_person_id: string | null; is_task_open: boolean };

export const marks = {
  /** What somebody said about items of their day that still counts on a day: put off, given away and not done yet, done that day. */
  async of(db: Db, orgId: string, personId: string, day: string): Promise<Mark[]> {
    const rows = await db
      .selectFrom('today_mark as m')
      .leftJoin('activity as t', (join) => join.onRef('t.org_id', '=', 'm.org_id').onRef('t.id', '=', 'm.task_id'))
      .selectAll('m')
      .select(['t.person_id as task_person_id', 't.is_done as task_is_done', 't.archived_at as task_archived_at'])
      .where('m.org_id', '=', orgId)
      .where('m.person_id', '=', personId)
      .where((eb) => eb.or([eb('m.until_on', '>', day), eb('m.task_id', 'is not', null), eb('m.done_on', '=', day)]))
      .orderBy('m.updated_at')
      .orderBy('m.id')
      .execute();
    return rows.map(({ task_is_done, task_archived_at, ...row }) => ({
      ...row,
      is_task_open: row.task_id !== null && task_is_done === 0 && task_archived_at === null,
    }));
  },

  find: (db: Db, orgId: string, { personId, source, itemId }: Of): Promise<TodayMarkTable | undefined> =>
    db
      .selectFrom('today_mark')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('person_id', '=', personId)
      .where('source', '=', source)
      .where('item_id', '=', itemId)
      .executeTakeFirst(),

  /** Says something about an item. Two at once come one after the other, and the later one stands. */
  async say(
    work: Work,
    of: Of,
    { name, accountId, action, ...said }: Partial<Said> & { name: string; accountId: string | null; action: string },
  ): Promise<TodayMarkTable> {
    const { orgId } = work.actor;
    await work.dialect.lock(`today:${orgId}:${of.personId}:${of.source}:${of.itemId}`)?.execute(work.db);
    const there = await marks.find(work.db, orgId, of);
    const values = { ...unmarked, ...said };
    if (there) return base.update(work, there.id, there.version, { ...values, name }, { action });
    const { row } = await base.create(work, {
      id: work.newId(),
      person_id: of.personId,
      source: of.source,
      item_id: of.itemId,
      name,
      account_id: accountId,
      ...values,
    });
    return row;
  },
};
