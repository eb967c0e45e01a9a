import { type PresenceAt, presenceEndsMs } from '@milepost/contract/presence';
import type { Db } from '../../db/open.ts';

type Record = { orgId: string } & PresenceAt;
type Looking = Record & { personId: string };

/** Before this instant whoever was last heard of looks no more. */
const heardSince = (now: string): string => new Date(Date.parse(now) - presenceEndsMs).toISOString();

/**
 * Who looks at which record now, for every node. Nobody has to say goodbye: whoever was not heard of for a while looks no more. It is no
 * change of a record, so nothing of it stands in the change record.
 */
export const onlookers = {
  /** Somebody looks, or still does. @returns whether they were not known to */
  async look(db: Db, { orgId, subject, recordId, personId }: Looking, now: string): Promise<boolean> {
    const at = { org_id: orgId, subject, record_id: recordId };
    const before = await db
      .selectFrom('onlooker')
      .select('seen_at')
      .where((eb) => eb.and({ ...at, person_id: personId }))
      .executeTakeFirst();
    await db
      .insertInto('onlooker')
      .values({ ...at, person_id: personId, seen_at: now })
      .onConflict((conflict) =>
        conflict.columns(['org_id', 'record_id', 'subject', 'person_id']).doUpdateSet({ seen_at: now }),
      )
      .execute();
    if (before && before.seen_at > heardSince(now)) return false;
    // Whoever comes clears away those of the organisation who went without a word.
    await db.deleteFrom('onlooker').where('org_id', '=', orgId).where('seen_at', '<=', heardSince(now)).execute();
    return true;
  },

  /** Somebody looks away. @returns whether they were known to look */
  async leave(db: Db, { orgId, subject, recordId, personId }: Looking): Promise<boolean> {
    const { numDeletedRows } = await db
      .deleteFrom('onlooker')
      .where((eb) => eb.and({ org_id: orgId, subject, record_id: recordId, person_id: personId }))
      .executeTakeFirst();
    return numDeletedRows > 0n;
  },

  /** The people who look at a record. */
  async at(db: Db, { orgId, subject, recordId }: Record, now: string): Promise<string[]> {
    const rows = await db
      .selectFrom('onlooker')
      .select('person_id')
      .where((eb) => eb.and({ org_id: orgId, subject, record_id: recordId }))
      .where('seen_at', '>', heardSince(now))
      .orderBy('person_id')
      .execute();
    return rows.map(({ person_id }) => person_id);
  },
};
