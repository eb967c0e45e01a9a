import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { CreditTable } from '../../db/tables/sales.ts';
import { visibleTo } from '../../db/visible-to.ts';
import { Failure } from '../../http/failure.ts';

type Loose = Record<string, Record<string, unknown>>;

/** A credit is seen by whoever it credits, and by whoever sees its sale. */
const sight = ['person_id', 'owner_id', 'backup_id'];

export const credits = {
  async get(db: Db, actor: Actor, id: string): Promise<CreditTable> {
    const row = (await (db as unknown as Kysely<Loose>)
      .selectFrom('credit')
      .selectAll()
      .where('org_id', '=', actor.orgId)
      .where('id', '=', id)
      .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, sight)(eb))
      .executeTakeFirst()) as unknown as CreditTable | undefined;
    if (!row) throw new Failure('not-found');
    return row;
  },
};
