import { domainKey } from '@milepost/core/identity/domain-key';
import type { ExpressionBuilder } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import { visibleTo } from '../../db/visible-to.ts';

/** The account in sight whose domain a site or a sender has; undefined where there is none, or more than one. */
export async function accountOfSite(db: Db, actor: Actor, site: string): Promise<string | undefined> {
  const key = domainKey(site);
  if (key === null) return undefined;
  const found = await db
    .selectFrom('account')
    .select('id')
    .where('org_id', '=', actor.orgId)
    .where('domain_key', '=', key)
    .where('archived_at', 'is', null)
    .where((eb) => visibleTo(actor, sightOf.account)(eb as unknown as ExpressionBuilder<never, string>))
    .orderBy('id')
    .limit(2)
    .execute();
  // Two customers at one domain (a group, a shared host): the page does not tell which.
  return found.length === 1 ? found[0]?.id : undefined;
}
