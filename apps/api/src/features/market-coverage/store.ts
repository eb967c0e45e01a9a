import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { isSet } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;
const loose = (db: Db) => db as unknown as Kysely<Loose>;

/** An account in sight, where it stands in the market, and what is known of its visits. */
export type MarketRow = {
  id: string;
  name: string;
  ownerId: string | null;
  segment: string | null;
  region: string | null;
  potentialMinor: number | null;
  isCustomer: boolean;
  lastVisitOn: string | null;
  isPlanned: boolean;
};

const unless = (text: unknown): string | null => (text === null || text === '' ? null : String(text));

export const market = {
  /**
   * The accounts in sight that were not archived, with whether anybody sold them anything by a day, the last visit made by then, and
   * whether one is planned after it. Sales and visits count whoever made them: a customer of a colleague is no white space.
   */
  async accounts(
    db: Db,
    actor: Actor,
    { asOf, visitKinds }: { asOf: string; visitKinds: readonly string[] },
  ): Promise<MarketRow[]> {
    const sold = loose(db)
      .selectFrom('credit')
      .select('account_id')
      .where('org_id', '=', actor.orgId)
      .where('day', '<=', asOf)
      .where('account_id', 'is not', null)
      .groupBy('account_id')
      .having((eb) => eb(eb.fn.sum('revenue_minor'), '>', 0));
    const rows = (await loose(db)
      .selectFrom('account as a')
      .select(['a.id as id', 'a.name as name', 'a.owner_id as ownerId', 'a.segment as segment', 'a.region as region'])
      .select('a.annual_revenue_minor as potential')
      .where('a.org_id', '=', actor.orgId)
      .where('a.archived_at', 'is', null)
      .where((eb: ExpressionBuilder<Loose, string>) =>
        visibleTo(
          actor,
          sightOf.account.map((column) => `a.${column}`),
        )(eb),
      )
      .orderBy('a.id')
      .execute()) as unknown as Record<string, string | number | null>[];
    const customers = new Set((await sold.execute()).map((row) => String(row['account_id'])));
    const visits = (await loose(db)
      .selectFrom('activity')
      .select((eb) => ['account_id', 'is_done', eb.fn.max('on_day').as('day')])
      .where('org_id', '=', actor.orgId)
      .where('account_id', 'is not', null)
      .where('archived_at', 'is', null)
      .where('kind', 'in', [...visitKinds])
      .groupBy(['account_id', 'is_done'])
      .where((eb) => eb.or([eb('on_day', '<=', asOf), eb('is_done', '=', 0)]))
      .execute()) as unknown as { account_id: string; is_done: number; day: string }[];
    const last = new Map(visits.filter((one) => isSet(one.is_done)).map((one) => [one.account_id, one.day]));
    const planned = new Set(visits.filter((one) => !isSet(one.is_done) && one.day > asOf).map((one) => one.account_id));
    return rows.map((row) => {
      const id = String(row['id']);
      return {
        id,
        name: String(row['name']),
        ownerId: unless(row['ownerId']),
        segment: unless(row['segment']),
        region: unless(row['region']),
        potentialMinor: row['potential'] === null ? null : Number(row['potential']),
        isCustomer: customers.has(id),
        lastVisitOn: last.get(id) ?? null,
        isPlanned: planned.has(id),
      };
    });
  },
};
