import type { AttachedTo } from '@milepost/contract/attachments';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import { visibleTo } from '../../db/visible-to.ts';
import { Failure } from '../../http/failure.ts';

type Loose = Record<string, Record<string, unknown>>;

/** A record that files are kept with: whose it is, and on which account's time line it stands. */
export type FiledWith = {
  account_id: string | null;
  owner_id: string | null;
  backup_id: string | null;
  archived_at: string | null;
};

/**
 * The record of a file, in sight.
 * @throws Failure `not-found`
 */
export async function recordOf(db: Db, actor: Actor, kind: AttachedTo, id: string): Promise<FiledWith> {
  const found = (db as unknown as Kysely<Loose>).selectFrom(kind as string).select('archived_at');
  const nobodys = sql<null>`null`;
  const whose =
    kind === 'course'
      ? found.select([nobodys.as('owner_id'), nobodys.as('backup_id'), nobodys.as('account_id')])
      : found.select(['owner_id', 'backup_id', kind === 'account' ? 'id as account_id' : 'account_id']);
  const row = await whose
    .where('org_id', '=', actor.orgId)
    .where('id', '=', id)
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, sightOf[kind])(eb))
    .executeTakeFirst();
  if (!row) throw new Failure('not-found');
  return row as FiledWith;
}
