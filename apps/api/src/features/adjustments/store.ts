import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { ChangeTable } from '../../db/tables/changes.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;
type Eb = ExpressionBuilder<Loose, string>;

const ofAccounts = ['tier-held', 'tier-released', 'promise-changed', 'reassigned'];

/** Changes in sight that adjusted something. */
const adjusting = (db: Db, actor: Actor) =>
  (db as unknown as Kysely<Loose>)
    .selectFrom('change')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where((eb) =>
      eb.or([
        eb.and([eb('subject', '=', 'account'), eb('action', 'in', ofAccounts), visibleTo(actor)(eb as Eb)]),
        eb.and([
          eb('subject', '=', 'account'),
          eb('action', '=', 'updated'),
          eb('after', 'like', '%"owner_id"%'),
          visibleTo(actor)(eb as Eb),
        ]),
        eb.and([
          eb('subject', '=', 'regrouping'),
          eb('action', '=', 'created'),
          visibleTo(actor, ['owner_id'])(eb as Eb),
        ]),
        eb.and([eb('subject', '=', 'target'), eb('action', '=', 'superseded')]),
      ]),
    );

export const adjustments = {
  /** Changes in sight that adjusted something since an instant, the newest first. */
  async since(db: Db, actor: Actor, { from, limit }: { from: string; limit: number }): Promise<ChangeTable[]> {
    const rows = await adjusting(db, actor).where('at', '>=', from).orderBy('id', 'desc').limit(limit).execute();
    return rows as unknown as ChangeTable[];
  },

  /** One of them, where it is in sight. */
  async find(db: Db, actor: Actor, id: string): Promise<ChangeTable | undefined> {
    return (await adjusting(db, actor).where('id', '=', id).executeTakeFirst()) as ChangeTable | undefined;
  },

  /** Accounts in sight that a regrouping moved. */
  movedBy: async (db: Db, actor: Actor, id: string): Promise<string[]> => {
    const row = await db
      .selectFrom('regrouping')
      .select('moves')
      .where('org_id', '=', actor.orgId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return [];
    const ids = (JSON.parse(row.moves) as { accountId: string }[]).map(({ accountId }) => accountId);
    if (ids.length === 0) return [];
    const seen = (await (db as unknown as Kysely<Loose>)
      .selectFrom('account')
      .select('id')
      .where('org_id', '=', actor.orgId)
      .where('id', 'in', ids)
      .where((eb: Eb) => visibleTo(actor, sightOf.account)(eb))
      .execute()) as { id: string }[];
    return seen.map((one) => one.id);
  },
};
