import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { ContactTieTable } from '../../db/tables/files.ts';
import type { ContactTable } from '../../db/tables/records.ts';
import { visibleTo } from '../../db/visible-to.ts';
import type { Work } from '../../db/work.ts';

/** So many people of one account are drawn at most. */
export const mostMembers = 200;

/** The people of an account that stand, in sight; one more than are told. */
export const membersOf = (db: Db, actor: Actor, accountId: string): Promise<ContactTable[]> =>
  db
    .selectFrom('contact')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where('account_id', '=', accountId)
    .where('archived_at', 'is', null)
    .where((eb) => visibleTo(actor, sightOf.contact)(eb as never))
    .orderBy('id')
    .limit(mostMembers + 1)
    .execute();

/** Who knows whom, without order: two that a merge made one know nobody by it. */
export const ties = {
  among: (db: Db, orgId: string, ids: readonly string[]): Promise<ContactTieTable[]> =>
    ids.length === 0
      ? Promise.resolve([])
      : db
          .selectFrom('contact_tie')
          .selectAll()
          .where('org_id', '=', orgId)
          .where('contact_id', 'in', [...ids])
          .where('other_id', 'in', [...ids])
          .whereRef('contact_id', '!=', 'other_id')
          .orderBy('id')
          .execute(),

  find: (db: Db, orgId: string, id: string): Promise<ContactTieTable | undefined> =>
    db.selectFrom('contact_tie').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst(),

  /** False when the id is there already. */
  async add(work: Work, row: ContactTieTable): Promise<boolean> {
    const done = await work.db
      .insertInto('contact_tie')
      .values(row)
      .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
      .executeTakeFirst();
    return Number(done.numInsertedOrUpdatedRows ?? 0) > 0;
  },

  async remove(work: Work, ids: readonly string[]): Promise<void> {
    await work.db
      .deleteFrom('contact_tie')
      .where('org_id', '=', work.actor.orgId)
      .where('id', 'in', [...ids])
      .execute();
  },
};
