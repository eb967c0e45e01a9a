import type { AttachedTo } from '@milepost/contract/attachments';
import type { Db } from '../../db/open.ts';
import type { AttachmentTable } from '../../db/tables/files.ts';
import type { Work } from '../../db/work.ts';

type About = { kind: AttachedTo; ids: readonly string[] };
const clearedAtOnce = 500;

/** Files that are kept with records. Whoever sees a record sees its files: ask for the record first. */
export const attachments = {
  /** Those of some records of a kind, the newest first. */
  of: (db: Db, orgId: string, { kind, ids }: About): Promise<AttachmentTable[]> =>
    ids.length === 0
      ? Promise.resolve([])
      : db
          .selectFrom('attachment')
          .selectAll()
          .where('org_id', '=', orgId)
          .where('record_kind', '=', kind)
          .where('record_id', 'in', [...ids])
          .where('removed_at', 'is', null)
          .orderBy('id', 'desc')
          .limit(500)
          .execute(),

  /** One, also when it was taken away. */
  find: (db: Db, orgId: string, id: string): Promise<AttachmentTable | undefined> =>
    db.selectFrom('attachment').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst(),

  /** False when the id is there already. */
  async add(work: Work, row: AttachmentTable): Promise<boolean> {
    const done = await work.db
      .insertInto('attachment')
      .values(row)
      .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
      .executeTakeFirst();
    return Number(done.numInsertedOrUpdatedRows ?? 0) > 0;
  },

  async remove(work: Work, id: string): Promise<void> {
    await work.db
      .updateTable('attachment')
      .set({ removed_at: work.at })
      .where('org_id', '=', work.actor.orgId)
      .where('id', '=', id)
      .execute();
  },

  /** Taken away, while their bytes still lie in the folder. */
  toClear: async (db: Db, orgId: string): Promise<string[]> =>
    (
      await db
        .selectFrom('attachment')
        .select('id')
        .where('org_id', '=', orgId)
        .where('removed_at', 'is not', null)
        .where('cleared_at', 'is', null)
        .limit(clearedAtOnce)
        .execute()
    ).map(({ id }) => id),

  async noteCleared(work: Work, ids: readonly string[]): Promise<void> {
    await work.db
      .updateTable('attachment')
      .set({ cleared_at: work.at })
      .where('org_id', '=', work.actor.orgId)
      .where('id', 'in', [...ids])
      .execute();
  },

  /** Every file that stands, of one organisation or of all, a thousand at a time, for a copy of everything. */
  async *each(db: Db, orgId?: string): AsyncGenerator<AttachmentTable> {
    for (let last: AttachmentTable | undefined; ; ) {
      let rows = db.selectFrom('attachment').selectAll().where('removed_at', 'is', null);
      if (orgId !== undefined) rows = rows.where('org_id', '=', orgId);
      const { org_id, id } = last ?? {};
      if (org_id !== undefined && id !== undefined)
        rows = rows.where((eb) =>
          eb.or([eb('org_id', '>', org_id), eb.and([eb('org_id', '=', org_id), eb('id', '>', id)])]),
        );
      const batch = await rows.orderBy('org_id').orderBy('id').limit(1000).execute();
      yield* batch;
      last = batch.at(-1);
      if (batch.length < 1000) return;
    }
  },
};
