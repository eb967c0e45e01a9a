import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

/** The oldest account in sight of a company, by its folded name without legal form; undefined when there is none. */
export async function accountByCompany(db: Db, actor: Actor, companyKey: string): Promise<string | undefined> {
  if (companyKey === '') return undefined;
  const found = await (db as unknown as Kysely<Loose>)
    .selectFrom('account')
    .select('id')
    .where('org_id', '=', actor.orgId)
    .where('company_key', '=', companyKey)
    .where('archived_at', 'is', null)
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor)(eb))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return found ? String(found['id']) : undefined;
}
