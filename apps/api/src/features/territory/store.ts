import type { Balance } from '@milepost/contract/territory';
import { visitsAYear } from '@milepost/core/cadence/cadence';
import type { HoursEach } from '@milepost/core/territory/why-territory';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import { sightOf } from '../../db/sight-store.ts';
import { visibleTo } from '../../db/visible-to.ts';
import type { Work } from '../../db/work.ts';
import { type PromiseColumns, promiseOf } from '../cadence/promise-store.ts';
import { tierSettings } from '../tiers/settings-store.ts';

type Loose = Record<string, Record<string, unknown>>;
const creditSight = ['person_id', 'owner_id', 'backup_id'];

export type TerritoryRow = {
  id: string;
  name: string;
  version: number;
  owner_id: string | null;
  backup_id: string | null;
  parent_id: string | null;
  isLocked: boolean;
  /** Margin of the stretch; null when the cost or the rate of what was bought is not known. 0 when nothing was bought. */
  margin: number | null;
  activities: number;
  /** Visits a year that it is promised, by itself or by its tier; null without either. */
  visits: number | null;
};

type StoredRow = Omit<TerritoryRow, 'isLocked' | 'margin' | 'activities' | 'visits'> & PromiseColumns;

export const regroupings = recordStore({
  table: 'regrouping',
  sort: { createdAt: 'created_at' },
  filter: {},
  search: [],
});

export const territories = {
  /** Accounts in sight of some people, and of nobody where asked for, with what they brought and took in a stretch of days. */
  async accounts(
    db: Db,
    actor: Actor,
    {
      personIds,
      withUnowned,
      from,
      to,
    }: { personIds: readonly string[]; withUnowned: boolean; from: string; to: string },
  ): Promise<TerritoryRow[]> {
    const loose = db as unknown as Kysely<Loose>;
    const { orgId, organisation } = actor;
    const rows = (await loose
      .selectFrom('account')
      .leftJoin('territory_lock', (join) =>
        join
          .onRef('territory_lock.org_id', '=', 'account.org_id')
          .onRef('territory_lock.account_id', '=', 'account.id'),
      )
      .select(['account.id', 'account.name', 'account.version', 'account.owner_id', 'account.backup_id'])
      .select(['account.parent_id', 'territory_lock.at as locked_at', 'account.tier', 'account.tier_since'])
      .select(['account.cadence_count', 'account.cadence_per', 'account.cadence_since'])
      .where('account.org_id', '=', orgId)
      .where('account.archived_at', 'is', null)
      .where((eb: ExpressionBuilder<Loose, string>) =>
        visibleTo(
          actor,
          sightOf.account.map((column) => `account.${column}`),
        )(eb),
      )
      .where((eb) => {
        const theirs = eb('account.owner_id', 'in', [...personIds]);
        return withUnowned ? eb.or([theirs, eb('account.owner_id', 'is', null)]) : theirs;
      })
      .orderBy('account.id')
      .execute()) as unknown as (StoredRow & { locked_at: string | null })[];
    const own = sql`currency = ${organisation.currency}`;
    const revenue = sql`case when ${own} then revenue_minor else org_minor end`;
    const cost = sql`case when ${own} then cost_minor else org_cost_minor end`;
    const bought = (await loose
      .selectFrom('credit')
      .select((eb) => ['account_id', eb.fn.countAll<number>().as('n')])
      .select([sql`sum((${revenue}) - (${cost}))`.as('margin'), sql`count((${revenue}) - (${cost}))`.as('known')])
      .where('org_id', '=', orgId)
      .where('account_id', 'is not', null)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, creditSight)(eb))
      .groupBy('account_id')
      .execute()) as unknown as { account_id: string; n: number; margin: number | null; known: number }[];
    const taken = (await loose
      .selectFrom('activity')
      .select((eb) => ['account_id', eb.fn.countAll<number>().as('n')])
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('is_done', '=', 1)
      .where('kind', 'in', ['visit', 'call', 'meeting'])
      .where('on_day', '>=', from)
      .where('on_day', '<=', to)
      .where('account_id', 'is not', null)
      .groupBy('account_id')
      .execute()) as unknown as { account_id: string; n: number }[];
    const marginOf = new Map(
      bought.map(({ account_id, n, margin, known }) => [
        account_id,
        Number(known) < Number(n) ? null : Number(margin ?? 0),
      ]),
    );
    const activitiesOf = new Map(taken.map(({ account_id, n }) => [account_id, Number(n)]));
    const settings = await tierSettings.inForce(db, actor);
    const visitsOf = (row: PromiseColumns): number | null => {
      const promise = promiseOf(row, settings);
      return promise && visitsAYear(promise.cadence);
    };
    return rows.map(({ locked_at, ...row }) => ({
      ...{ id: row.id, name: row.name, version: row.version },
      ...{ owner_id: row.owner_id, backup_id: row.backup_id, parent_id: row.parent_id },
      visits: visitsOf(row),
      isLocked: locked_at !== null,
      margin: marginOf.has(row.id) ? (marginOf.get(row.id) ?? null) : 0,
      activities: activitiesOf.get(row.id) ?? 0,
    }));
  },

  /** Locks an account to whom it is with, or lets go of it: true when that changed anything. */
  async lock(work: Work, accountId: string, isLocked: boolean): Promise<boolean> {
    const { db, actor, at } = work;
    if (isLocked) {
      const made = await db
        .insertInto('territory_lock')
        .values({ org_id: actor.orgId, account_id: accountId, at, by_id: actor.personId })
        .onConflict((conflict) => conflict.columns(['org_id', 'account_id']).doNothing())
        .executeTakeFirst();
      return Number(made.numInsertedOrUpdatedRows ?? 0) > 0;
    }
    const gone = await db
      .deleteFrom('territory_lock')
      .where('org_id', '=', actor.orgId)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    return Number(gone.numDeletedRows) > 0;
  },

  /** Locked accounts in sight, by name. */
  locked: async (db: Db, actor: Actor): Promise<{ id: string; name: string }[]> =>
    (await (db as unknown as Kysely<Loose>)
      .selectFrom('territory_lock')
      .innerJoin('account', (join) =>
        join
          .onRef('account.org_id', '=', 'territory_lock.org_id')
          .onRef('account.id', '=', 'territory_lock.account_id'),
      )
      .select(['account.id', 'account.name'])
      .where('territory_lock.org_id', '=', actor.orgId)
      .where((eb: ExpressionBuilder<Loose, string>) =>
        visibleTo(
          actor,
          sightOf.account.map((column) => `account.${column}`),
        )(eb),
      )
      .orderBy('account.name')
      .execute()) as unknown as { id: string; name: string }[],
};

/** The work an account takes, in the unit of what is made even. */
export function loadOf(row: TerritoryRow, balance: Balance, { visitHours, wayHours }: HoursEach): number {
  if (balance === 'accounts') return 1;
  if (balance === 'activities') return row.activities;
  return balance === 'hours' ? (row.visits ?? 0) * (visitHours + wayHours) : Math.max(0, row.margin ?? 0);
}
