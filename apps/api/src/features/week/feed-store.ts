import type { Db } from '../../db/open.ts';
import type { CalendarFeedTable } from '../../db/tables/cadence.ts';
import type { Work } from '../../db/work.ts';

/** The calendars that other programs read. Only the hash of an address is kept: who reads the database cannot use one. */
export const feeds = {
  of: (db: Db, orgId: string, personId: string): Promise<CalendarFeedTable | undefined> =>
    db
      .selectFrom('calendar_feed')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('person_id', '=', personId)
      .executeTakeFirst(),

  byHash: (db: Db, tokenHash: string): Promise<CalendarFeedTable | undefined> =>
    db.selectFrom('calendar_feed').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst(),

  /** A new address; the one before stops working. */
  async replace(work: Work, personId: string, tokenHash: string): Promise<void> {
    await feeds.revoke(work, personId);
    await work.db
      .insertInto('calendar_feed')
      .values({
        org_id: work.actor.orgId,
        person_id: personId,
        token_hash: tokenHash,
        created_at: work.at,
        read_at: null,
      })
      .execute();
  },

  async revoke(work: Work, personId: string): Promise<boolean> {
    const gone = await work.db
      .deleteFrom('calendar_feed')
      .where('org_id', '=', work.actor.orgId)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    return Number(gone.numDeletedRows) > 0;
  },

  /** Notes that it was read: a person sees whether an address is in use. */
  async read(work: Work, { org_id, person_id }: CalendarFeedTable): Promise<void> {
    await work.db
      .updateTable('calendar_feed')
      .set({ read_at: work.at })
      .where('org_id', '=', org_id)
      .where('person_id', '=', person_id)
      .execute();
  },
};
