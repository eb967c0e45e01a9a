import type { ChangeQuery } from '@milepost/contract/changes';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { readCursor, writeCursor } from '../../db/cursor.ts';
import type { Db } from '../../db/open.ts';
import type { ChangeTable } from '../../db/tables/changes.ts';
import { visibleTo } from '../../db/visible-to.ts';

/** What is seen by whoever sees the account it belongs to. */
const seenWithAccount = ['account', 'contact', 'activity'];

type Loose = Record<string, Record<string, unknown>>;

export const changes = {
  /**
   * Newest first. The route has asked whether the record or the account is in sight now. Of an account that is: what belongs to
   * it wholly is told, while a colleague's deal or sale with it stays as far out of sight as it is in every list.
   */
  async list(db: Db, actor: Actor, query: ChangeQuery): Promise<{ items: ChangeTable[]; next: string | null }> {
    let rows = (db as unknown as Kysely<Loose>).selectFrom('change').selectAll().where('org_id', '=', actor.orgId);
    if (actor.reach !== 'all' && query.accountId)
      rows = rows.where((eb: ExpressionBuilder<Loose, string>) =>
        eb.or([eb('subject', 'in', seenWithAccount), visibleTo(actor)(eb)]),
      );
    if (query.subject) rows = rows.where('subject', '=', query.subject);
    if (query.recordId) rows = rows.where('record_id', '=', query.recordId);
    // What happened at an account that was merged into this one belongs to its line too.
    if (query.accountId)
      rows = rows.where((eb: ExpressionBuilder<Loose, string>) =>
        eb(
          'account_id',
          'in',
          eb
            .selectFrom('account')
            .select('id')
            .where('org_id', '=', actor.orgId)
            .where((one) => one.or([one('id', '=', query.accountId), one('merged_into_id', '=', query.accountId)])),
        ),
      );
    if (query.actorId) rows = rows.where('actor_id', '=', query.actorId);
    if (query.after) rows = rows.where('id', '<', readCursor(query.after).id);
    const found = (await rows
      .orderBy('id', 'desc')
      .limit(query.limit + 1)
      .execute()) as unknown as ChangeTable[];
    const items = found.slice(0, query.limit);
    const last = items.at(-1);
    return { items, next: found.length > query.limit && last ? writeCursor({ key: null, id: last.id }) : null };
  },

  /** Changes of every organisation since an instant, for a node that listens to what the others wrote. */
  since: (db: Db, at: string): Promise<ChangeTable[]> =>
    db.selectFrom('change').selectAll().where('at', '>=', at).orderBy('id').limit(1000).execute(),
};
