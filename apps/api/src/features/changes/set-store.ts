import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { ChangeTable } from '../../db/tables/changes.ts';

/** A thousand leads that become accounts and people are the largest set that is made by hand. */
const mostOfASet = 6000;

/** That a set was taken back is told with that set; what was opened for the first time was no deed. */
const unseen = ['change_set', 'tool_use'] as const;

/** Sets of changes: what somebody did in one go. Everybody sees their own only. */
export const changeSets = {
  /** The last of one's own, newest first: their ids. */
  async latest(db: Db, { orgId, personId }: Actor, limit: number): Promise<string[]> {
    const rows = await db
      .selectFrom('change')
      .select((eb) => ['set_id', eb.fn.max<string>('id').as('last')])
      .where('org_id', '=', orgId)
      .where('actor_id', '=', personId ?? '')
      .where('set_id', 'is not', null)
      .where('subject', 'not in', unseen)
      .groupBy('set_id')
      .orderBy('last', 'desc')
      .limit(limit)
      .execute();
    return rows.flatMap(({ set_id }) => set_id ?? []);
  },

  /** The changes of one's own sets, in the order in which they were made; not that one set took another back. */
  of: (db: Db, { orgId, personId }: Actor, ids: readonly string[]): Promise<ChangeTable[]> =>
    ids.length === 0
      ? Promise.resolve([])
      : db
          .selectFrom('change')
          .selectAll()
          .where('org_id', '=', orgId)
          .where('actor_id', '=', personId ?? '')
          .where('set_id', 'in', [...ids])
          .where('subject', 'not in', unseen)
          .orderBy('id')
          .limit(mostOfASet * ids.length)
          .execute(),

  /** Which of these sets were taken back. */
  async undone(db: Db, orgId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await db
      .selectFrom('change')
      .select('record_id')
      .where('org_id', '=', orgId)
      .where('subject', '=', 'change_set')
      .where('record_id', 'in', [...ids])
      .execute();
    return new Set(rows.map(({ record_id }) => record_id));
  },
};
