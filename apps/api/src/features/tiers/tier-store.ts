import type { ExpressionBuilder } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { TierEntryTable } from '../../db/tables/cadence.ts';
import type { AccountTable } from '../../db/tables/records.ts';
import { visibleTo } from '../../db/visible-to.ts';
import type { Work } from '../../db/work.ts';

const rowsAtOnce = 500;
type Reviewed = Pick<
  AccountTable,
  | 'id'
  | 'name'
  | 'version'
  | 'owner_id'
  | 'backup_id'
  | 'tier'
  | 'tier_by_score'
  | 'tier_beyond'
  | 'tier_score_minor'
  | 'tier_reviewed_on'
  | 'tier_since'
  | 'held_tier'
  | 'held_reason'
  | 'held_until'
  | 'potential_minor'
>;

/** Tiers of accounts, and their history. */
export const accountTiers = {
  /** Every account of the organisation that is not archived, for a review. */
  all: (db: Db, orgId: string): Promise<Reviewed[]> =>
    db
      .selectFrom('account')
      .select(['id', 'name', 'version', 'owner_id', 'backup_id', 'tier', 'tier_by_score', 'tier_beyond'])
      .select(['tier_score_minor', 'tier_reviewed_on', 'tier_since', 'held_tier', 'held_reason', 'held_until'])
      .select('potential_minor')
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .orderBy('id')
      .execute(),

  async lastReview(db: Db, orgId: string): Promise<string | null> {
    const row = await db
      .selectFrom('account')
      .select((eb) => eb.fn.max('tier_reviewed_on').as('day'))
      .where('org_id', '=', orgId)
      .executeTakeFirst();
    return row?.day ?? null;
  },

  /** How many accounts in sight stand in each tier. */
  async counts(db: Db, actor: Actor): Promise<Map<string | null, number>> {
    const rows = await db
      .selectFrom('account')
      .select((eb) => ['tier', eb.fn.countAll<number>().as('count')])
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where((eb) => visibleTo(actor, sightOf.account)(eb as unknown as ExpressionBuilder<never, string>))
      .groupBy('tier')
      .execute();
    return new Map(rows.map(({ tier, count }) => [tier, Number(count)]));
  },

  /** What a review found, where the tier in force did not change: no new version of the account. */
  async note(
    work: Work,
    id: string,
    found: Pick<AccountTable, 'tier_by_score' | 'tier_beyond' | 'tier_score_minor' | 'tier_reviewed_on'>,
  ): Promise<void> {
    await work.db
      .updateTable('account')
      .set(found)
      .where('org_id', '=', work.actor.orgId)
      .where('id', '=', id)
      .execute();
  },

  async enter(work: Work, entries: readonly Omit<TierEntryTable, 'org_id' | 'id' | 'at'>[]): Promise<void> {
    const rows = entries.map((entry) => ({ ...entry, org_id: work.actor.orgId, id: work.newId(), at: work.at }));
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      await work.db
        .insertInto('tier_entry')
        .values(rows.slice(from, from + rowsAtOnce))
        .execute();
  },

  /** The tiers an account has had, the newest first. Whoever sees the account may read them. */
  history: (db: Db, orgId: string, accountId: string): Promise<TierEntryTable[]> =>
    db
      .selectFrom('tier_entry')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('account_id', '=', accountId)
      .orderBy('on_day', 'desc')
      .orderBy('id', 'desc')
      .limit(100)
      .execute(),
};
