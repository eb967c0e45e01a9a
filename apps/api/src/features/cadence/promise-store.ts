import type { VisitCadence } from '@milepost/core/cadence/cadence';
import type { ExpressionBuilder } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { AccountTable } from '../../db/tables/records.ts';
import { visibleTo } from '../../db/visible-to.ts';
import type { TierSettings } from '../tiers/settings-store.ts';

export type PromiseColumns = Pick<
  AccountTable,
  'tier' | 'tier_since' | 'cadence_count' | 'cadence_per' | 'cadence_since'
>;
export type PromisedAccount = PromiseColumns &
  Pick<AccountTable, 'id' | 'name' | 'owner_id' | 'region' | 'tier_score_minor'>;

/** What an account is promised: by itself, else by its tier; and since when. Null without either. */
export function promiseOf(
  row: PromiseColumns,
  { cadences }: TierSettings,
): { cadence: VisitCadence; from: 'tier' | 'account'; since: string | null } | null {
  if (row.cadence_count !== null && row.cadence_per !== null)
    return {
      cadence: { count: row.cadence_count, per: row.cadence_per },
      from: 'account',
      since: row.cadence_since,
    };
  if (row.tier === null) return null;
  // Whoever had a cadence of their own until a day has that of the tier from then on.
  const since = [row.tier_since, row.cadence_since].filter((day) => day !== null).sort();
  return { cadence: cadences[row.tier], from: 'tier', since: since.at(-1) ?? null };
}

/** Accounts in sight that are not archived, of one owner where named, with what their promise rests on. */
export const promisedAccounts = (db: Db, actor: Actor, ownerId?: string): Promise<PromisedAccount[]> => {
  let rows = db
    .selectFrom('account')
    .select(['id', 'name', 'owner_id', 'region', 'tier_score_minor', 'tier', 'tier_since'])
    .select(['cadence_count', 'cadence_per', 'cadence_since'])
    .where('org_id', '=', actor.orgId)
    .where('archived_at', 'is', null)
    .where((eb) => eb.or([eb('tier', 'is not', null), eb('cadence_count', 'is not', null)]))
    .where((eb) => visibleTo(actor, sightOf.account)(eb as unknown as ExpressionBuilder<never, string>));
  if (ownerId !== undefined) rows = rows.where('owner_id', '=', ownerId);
  return rows.orderBy('id').execute();
};
