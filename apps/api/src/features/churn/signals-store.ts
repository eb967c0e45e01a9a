import { type Day, toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { DecidedRenewal } from '@milepost/core/churn/renewal-chance';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { RenewalTable } from '../../db/tables/churn.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

/** What is in contact with a customer: a note is written without them. */
const contactKinds = ['visit', 'call', 'email', 'meeting'] as const;
/** Contacts are counted by so many days, over so many periods: a year. */
export const periodDays = 28;
export const periodCount = 13;
const idsAtOnce = 500;

/** What is read of customers before anything is reckoned, whoever sold to them. */
export type Signals = {
  /** Days on which something was bought, less what was given back that day. */
  days: ReadonlyMap<string, Day[]>;
  /** Contacts by period, the oldest first, the last one ending yesterday. */
  contacts: ReadonlyMap<string, number[]>;
  /** The next renewal that is open. */
  renewals: ReadonlyMap<string, RenewalTable>;
};

async function daysOf(db: Db, orgId: string, ids: readonly string[], today: string): Promise<Map<string, Day[]>> {
  const rows = await db
    .selectFrom('credit')
    .select(['account_id', 'day'])
    .where('org_id', '=', orgId)
    .where('account_id', 'in', [...ids])
    .where('day', '<=', today)
    .groupBy(['account_id', 'day'])
    .having(sql<number>`sum(revenue_minor)`, '>', 0)
    .orderBy('account_id')
    .orderBy('day')
    .execute();
  const days = new Map<string, Day[]>();
  for (const { account_id, day } of rows) {
    const own = days.get(String(account_id));
    if (own) own.push(toDay(day));
    else days.set(String(account_id), [toDay(day)]);
  }
  return days;
}

async function contactsOf(db: Db, orgId: string, ids: readonly string[], today: string) {
  const end = toDay(today) - 1;
  const begin = end - periodDays * periodCount + 1;
  const rows = await db
    .selectFrom('activity')
    .select(['account_id', 'on_day'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', orgId)
    .where('account_id', 'in', [...ids])
    .where('on_day', '>=', toIso(begin))
    .where('on_day', '<=', toIso(end))
    .where('is_done', '=', 1)
    .where('archived_at', 'is', null)
    .where('kind', 'in', [...contactKinds])
    .groupBy(['account_id', 'on_day'])
    .execute();
  const contacts = new Map<string, number[]>();
  for (const { account_id, on_day, count } of rows) {
    const own = contacts.get(String(account_id)) ?? new Array<number>(periodCount).fill(0);
    const at = Math.floor((toDay(on_day) - begin) / periodDays);
    own[at] = (own[at] ?? 0) + Number(count);
    contacts.set(String(account_id), own);
  }
  return contacts;
}

/** The signals of some customers as of a day. */
export async function signalsOf(db: Db, orgId: string, ids: readonly string[], today: string): Promise<Signals> {
  const [days, contacts, renewals] = [
    new Map<string, Day[]>(),
    new Map<string, number[]>(),
    new Map<string, RenewalTable>(),
  ];
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const some = ids.slice(from, from + idsAtOnce);
    for (const [id, own] of await daysOf(db, orgId, some, today)) days.set(id, own);
    for (const [id, own] of await contactsOf(db, orgId, some, today)) contacts.set(id, own);
    const open = await db
      .selectFrom('renewal')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('account_id', 'in', some)
      .where('outcome', '=', 'open')
      .where('archived_at', 'is', null)
      .orderBy('ends_on', 'desc')
      .execute();
    for (const row of open) renewals.set(row.account_id, row);
  }
  return { days, contacts, renewals };
}

/** How all renewals of the organisation ended that did. */
export const decidedRenewals = async (db: Db, orgId: string): Promise<DecidedRenewal[]> =>
  (
    await db
      .selectFrom('renewal')
      .select(['nth', 'outcome'])
      .where('org_id', '=', orgId)
      .where('outcome', '!=', 'open')
      .where('archived_at', 'is', null)
      .execute()
  ).map(({ nth, outcome }) => ({ nth, isRenewed: outcome === 'renewed' }));

/** Accounts that stand, a page at a time in the order of their ids. */
export async function* accountPages(db: Db, orgId: string) {
  let last = '';
  for (;;) {
    const rows = await db
      .selectFrom('account')
      .select(['id', 'owner_id', 'backup_id', 'status'])
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('id', '>', last)
      .orderBy('id')
      .limit(idsAtOnce)
      .execute();
    if (rows.length > 0) yield rows;
    if (rows.length < idsAtOnce) return;
    last = rows.at(-1)?.id ?? '';
  }
}

/** The days on which the customers in sight bought, up to a day. */
export async function boughtInSight(db: Db, actor: Actor, today: string): Promise<Map<string, Day[]>> {
  const seen = (db as unknown as Kysely<Loose>)
    .selectFrom('account')
    .select('id')
    .where('org_id', '=', actor.orgId)
    .where('archived_at', 'is', null)
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor)(eb));
  const ids = (await seen.execute()).map(({ id }) => String(id));
  const found = new Map<string, Day[]>();
  for (let from = 0; from < ids.length; from += idsAtOnce)
    for (const [id, days] of await daysOf(db, actor.orgId, ids.slice(from, from + idsAtOnce), today))
      found.set(id, days);
  return found;
}
