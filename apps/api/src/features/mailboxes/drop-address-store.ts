import type { Db } from '../../db/open.ts';
import type { DropAddressTable } from '../../db/tables/mailboxes.ts';
import type { Work } from '../../db/work.ts';

/** Addresses by which people drop mails. Only the hash of the secret part is kept: who reads the database cannot write to one. */
export const dropAddresses = {
  of: (db: Db, orgId: string, personId: string): Promise<DropAddressTable | undefined> =>
    db
      .selectFrom('drop_address')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('person_id', '=', personId)
      .executeTakeFirst(),

  byHash: (db: Db, tokenHash: string): Promise<DropAddressTable | undefined> =>
    db.selectFrom('drop_address').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst(),

  async revoke(work: Work, personId: string): Promise<boolean> {
    const gone = await work.db
      .deleteFrom('drop_address')
      .where('org_id', '=', work.actor.orgId)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    return Number(gone.numDeletedRows) > 0;
  },

  /** A new address; the one before stops working. */
  async replace(work: Work, personId: string, tokenHash: string): Promise<void> {
    await dropAddresses.revoke(work, personId);
    await work.db
      .insertInto('drop_address')
      .values({
        org_id: work.actor.orgId,
        person_id: personId,
        token_hash: tokenHash,
        created_at: work.at,
        used_at: null,
      })
      .execute();
  },

  async noteUse(work: Work, personId: string): Promise<void> {
    await work.db
      .updateTable('drop_address')
      .set({ used_at: work.at })
      .where('org_id', '=', work.actor.orgId)
      .where('person_id', '=', personId)
      .execute();
  },
};
