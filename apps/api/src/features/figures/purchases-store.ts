import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { visibleTo } from '../../db/visible-to.ts';
import type { Item } from './item-measure.ts';
import { placesOf } from './places-store.ts';

type Loose = Record<string, Record<string, unknown>>;
const loose = (db: Db) => db as unknown as Kysely<Loose>;
const idsAtOnce = 2000;

/** What a customer bought on a day, in minor units, whoever sold it. */
export type Bought = { customerId: string; day: number; revenue: number };

/**
 * The history of every customer who bought between two days: all their days up to `until`, whoever sold. Sums of several currencies only
 * say whether something was bought; `currency` keeps to one.
 */
export async function histories(
  db: Db,
  actor: Actor,
  { from, to, until, currency }: { from: string; to: string; until: string; currency?: string | undefined },
): Promise<Bought[]> {
  const rows = (await loose(db)
    .selectFrom('credit as f')
    .select(['f.account_id as account', 'f.day as day', sql<number>`sum(f.revenue_minor)`.as('revenue')])
    .where('f.org_id', '=', actor.orgId)
    .where('f.day', '<=', until)
    .where((eb: ExpressionBuilder<Loose, string>) =>
      eb(
        'f.account_id',
        'in',
        eb
          .selectFrom('credit as c')
          .select('c.account_id')
          .where('c.org_id', '=', actor.orgId)
          .where('c.day', '>=', from)
          .where('c.day', '<=', to)
          .where('c.account_id', 'is not', null),
      ),
    )
    .$if(currency !== undefined, (query) => query.where('f.currency', '=', currency as string))
    .groupBy(['f.account_id', 'f.day'])
    .execute()) as unknown as { account: string; day: string; revenue: number }[];
  return rows.map(({ account, day, revenue }) => ({ customerId: account, day: toDay(day), revenue: Number(revenue) }));
}

/** A day of a customer, which one of its credits stands for. */
export type CustomerDay = { customerId: string; day: number };

/**
 * The credit that stands for what a customer bought on each of some days: the one that carries the count of its sale, of several the
 * first. Chosen among everybody's, and given only where it is credited to somebody in sight: so the parts of an organisation sum to it.
 */
export async function creditItems(
  db: Db,
  actor: Actor,
  days: readonly CustomerDay[],
): Promise<Map<string, Item & { customerId: string }>> {
  const wanted = new Set(days.map(({ customerId, day }) => `${customerId} ${toIso(day)}`));
  const accounts = [...new Set(days.map(({ customerId }) => customerId))];
  const chosen = new Map<string, string>();
  const places = await placesOf(db, actor);
  for (let at = 0; at < accounts.length; at += idsAtOnce) {
    const some = accounts.slice(at, at + idsAtOnce);
    const dates = days.map(({ day }) => day);
    const rows = (await loose(db)
      .selectFrom('credit')
      .select(['id', 'account_id', 'day', 'sale_count'])
      .where('org_id', '=', actor.orgId)
      .where('account_id', 'in', some)
      .where('revenue_minor', '>', 0)
      .where('day', '>=', toIso(dates.reduce((least, day) => Math.min(least, day))))
      .where('day', '<=', toIso(dates.reduce((most, day) => Math.max(most, day))))
      .orderBy('sale_count', 'desc')
      .orderBy('id')
      .execute()) as unknown as { id: string; account_id: string; day: string }[];
    for (const { id, account_id, day } of rows) {
      const key = `${account_id} ${day}`;
      if (wanted.has(key) && !chosen.has(key)) chosen.set(key, id);
    }
  }
  const ids = [...chosen.values()];
  const items = new Map<string, Item & { customerId: string }>();
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const rows = (await loose(db)
      .selectFrom('credit')
      .select(['id', 'account_id', 'day', 'person_id', 'team_id', 'region', 'product_id', 'line', 'segment'])
      .where('org_id', '=', actor.orgId)
      .where('id', 'in', ids.slice(at, at + idsAtOnce))
      .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, ['person_id'])(eb))
      .execute()) as unknown as Record<string, string | null>[];
    const names = await namesOf(db, actor, { account: rows.map((row) => row['account_id'] ?? null) });
    for (const row of rows) {
      const [customerId, day] = [row['account_id'] ?? '', row['day'] ?? ''];
      items.set(`${customerId} ${toDay(day)}`, {
        kind: 'credit',
        id: row['id'] ?? '',
        day,
        label: names.account.get(customerId) ?? '',
        customerId,
        at: {
          ...places(row['person_id'] ?? null, row['team_id'] ?? null),
          account: customerId,
          region: row['region'] ?? null,
          product: row['product_id'] ?? null,
          line: row['line'] ?? null,
          segment: row['segment'] ?? null,
        },
      });
    }
  }
  return items;
}
