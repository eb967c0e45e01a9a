import type { ScoringSubject } from '@milepost/contract/scoring';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { AccountTable, LeadTable, OpportunityTable } from '../../db/tables/records.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

/** How many closed records are learned from at most: the newest. */
const mostLearned = 5000;

/** An opportunity with what its stage means. */
export type OpportunityEnd = Pick<OpportunityTable, 'id' | 'account_id' | 'closed_on' | 'created_at'> & {
  category: 'open' | 'won' | 'lost';
};

const dealsOf = (db: Db, orgId: string) =>
  db
    .selectFrom('opportunity')
    .innerJoin('stage', (join) =>
      join.onRef('stage.org_id', '=', 'opportunity.org_id').onRef('stage.id', '=', 'opportunity.stage_id'),
    )
    .select([
      'opportunity.id',
      'opportunity.account_id',
      'opportunity.closed_on',
      'opportunity.created_at',
      'stage.category',
    ])
    .where('opportunity.org_id', '=', orgId)
    .where('opportunity.archived_at', 'is', null);

/** The newest closed deals, oldest first. */
export async function closedOpportunities(db: Db, orgId: string): Promise<OpportunityEnd[]> {
  const rows = await dealsOf(db, orgId)
    .where('stage.category', '!=', 'open')
    .orderBy('opportunity.closed_on', (order) => order.desc().nullsLast())
    .orderBy('opportunity.id', 'desc')
    .limit(mostLearned)
    .execute();
  return rows.toReversed();
}

export const opportunitiesById = (db: Db, orgId: string, ids: readonly string[]): Promise<OpportunityEnd[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : dealsOf(db, orgId)
        .where('opportunity.id', 'in', [...ids])
        .execute();

/** The days on which accounts won a deal, each account's in order. */
export async function winsOf(db: Db, orgId: string): Promise<Map<string, { id: string; day: string }[]>> {
  const rows = await dealsOf(db, orgId)
    .where('stage.category', '=', 'won')
    .where('opportunity.account_id', 'is not', null)
    .orderBy('opportunity.closed_on')
    .orderBy('opportunity.id')
    .execute();
  const wins = rows.map(({ id, account_id, closed_on, created_at }) => ({
    id,
    account: account_id ?? '',
    day: closed_on ?? created_at.slice(0, 10),
  }));
  return Map.groupBy(wins, ({ account }) => account);
}

/** Accounts that bought: they won a deal, or a sale was posted for them. */
export async function buyersOf(db: Db, orgId: string): Promise<Set<string>> {
  const [wins, sales] = await Promise.all([
    winsOf(db, orgId),
    db
      .selectFrom('sale')
      .select('account_id')
      .distinct()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('account_id', 'is not', null)
      .execute(),
  ]);
  return new Set([...wins.keys(), ...sales.flatMap(({ account_id }) => account_id ?? [])]);
}

/** The newest leads that were decided, oldest first. */
export async function decidedLeads(db: Db, orgId: string): Promise<Pick<LeadTable, 'id' | 'status' | 'created_at'>[]> {
  const rows = await db
    .selectFrom('lead')
    .select(['id', 'status', 'created_at'])
    .where('org_id', '=', orgId)
    .where('archived_at', 'is', null)
    .where('status', 'in', ['converted', 'dismissed'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostLearned)
    .execute();
  return rows.toReversed();
}

/** The newest accounts, oldest first. */
export async function allAccounts(db: Db, orgId: string): Promise<Pick<AccountTable, 'id' | 'created_at'>[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'created_at'])
    .where('org_id', '=', orgId)
    .where('archived_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostLearned)
    .execute();
  return rows.toReversed();
}

/** Name and line of products. */
export async function productNames(db: Db, orgId: string): Promise<Map<string, { name: string; line: string | null }>> {
  const rows = await db.selectFrom('product').select(['id', 'name', 'line']).where('org_id', '=', orgId).execute();
  return new Map(rows.map(({ id, name, line }) => [id, { name, line }]));
}

/** Those of the ids that are in sight and not archived. */
export async function inSight(
  db: Db,
  actor: Actor,
  subject: ScoringSubject,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await (db as unknown as Kysely<Loose>)
    .selectFrom(subject)
    .select('id')
    .where('org_id', '=', actor.orgId)
    .where('id', 'in', [...ids])
    .where('archived_at', 'is', null)
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor)(eb))
    .execute();
  const seen = new Set(rows.map(({ id }) => id as string));
  return ids.filter((id) => seen.has(id));
}

/** The accounts in sight. */
export async function accountsInSight(db: Db, actor: Actor): Promise<string[]> {
  const rows = await (db as unknown as Kysely<Loose>)
    .selectFrom('account')
    .select('id')
    .where('org_id', '=', actor.orgId)
    .where('archived_at', 'is', null)
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor)(eb))
    .orderBy('id')
    .limit(mostLookedAt)
    .execute();
  return rows.map(({ id }) => id as string);
}

export type Unworked = { id: string; name: string; owner_id: string | null };
const mostLookedAt = 5000;

/** Accounts in sight with neither deal nor sale nor activity, and new leads in sight without activity. */
export async function unworked(db: Db, actor: Actor, subject: 'account' | 'lead'): Promise<Unworked[]> {
  const loose = db as unknown as Kysely<Loose>;
  const without = subject === 'account' ? ['opportunity', 'sale', 'activity'] : ['activity'];
  let rows = loose
    .selectFrom(subject)
    .select(['id', 'name', 'owner_id'])
    .where('org_id', '=', actor.orgId)
    .where('archived_at', 'is', null)
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor)(eb));
  if (subject === 'lead') rows = rows.where('status', '=', 'new');
  for (const table of without)
    rows = rows.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom(table)
            .select(`${table}.id`)
            .whereRef(`${table}.org_id`, '=', `${subject}.org_id`)
            .whereRef(`${table}.${subject}_id`, '=', `${subject}.id`),
        ),
      ),
    );
  return (await rows.orderBy('id').limit(mostLookedAt).execute()) as unknown as Unworked[];
}
