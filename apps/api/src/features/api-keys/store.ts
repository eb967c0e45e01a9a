import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { ApiKeyTable } from '../../db/tables/platform.ts';
import type { Work } from '../../db/work.ts';

/** Keys of programs. Everybody sees their own, administrators see those of all. */
export const apiKeys = {
  list: (db: Db, { orgId, reach, personId }: Actor): Promise<ApiKeyTable[]> =>
    db
      .selectFrom('api_key')
      .selectAll()
      .where('org_id', '=', orgId)
      .$if(reach !== 'all', (keys) => keys.where('person_id', '=', personId ?? ''))
      .orderBy('id', 'desc')
      .execute(),

  find: (db: Db, { orgId, reach, personId }: Actor, id: string): Promise<ApiKeyTable | undefined> =>
    db
      .selectFrom('api_key')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('id', '=', id)
      .$if(reach !== 'all', (keys) => keys.where('person_id', '=', personId ?? ''))
      .executeTakeFirst(),

  /** Makes a key once; false when its id is there already. */
  async create(work: Work, row: ApiKeyTable): Promise<boolean> {
    const made = await work.db
      .insertInto('api_key')
      .values(row)
      .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
      .executeTakeFirst();
    return Number(made.numInsertedOrUpdatedRows ?? 0) === 1;
  },

  /** True for the one who revokes it first. */
  async revoke(work: Work, id: string): Promise<boolean> {
    const revoked = await work.db
      .updateTable('api_key')
      .set({ revoked_at: work.at })
      .where('org_id', '=', work.actor.orgId)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    return Number(revoked.numUpdatedRows) === 1;
  },

  async noteUse(work: Work, id: string): Promise<void> {
    await work.db
      .updateTable('api_key')
      .set({ last_used_at: work.at })
      .where('org_id', '=', work.actor.orgId)
      .where('id', '=', id)
      .execute();
  },

  /** The key with this hash that holds now, and the active person as whom it acts. */
  async standing(db: Db, secretHash: string, now: string) {
    const key = await db
      .selectFrom('api_key')
      .selectAll()
      .where('secret_hash', '=', secretHash)
      .where('revoked_at', 'is', null)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .executeTakeFirst();
    if (!key) return undefined;
    const person = await db
      .selectFrom('person')
      .selectAll()
      .where('org_id', '=', key.org_id)
      .where('id', '=', key.person_id)
      .where('is_active', '=', 1)
      .executeTakeFirst();
    return person && { key, person };
  },

  /** What keys are called, by id, for the audit trail. */
  async names(db: Db, orgId: string, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return new Map();
    const rows = await db
      .selectFrom('api_key')
      .select(['id', 'name'])
      .where('org_id', '=', orgId)
      .where('id', 'in', wanted)
      .execute();
    return new Map(rows.map(({ id, name }) => [id, name]));
  },
};
