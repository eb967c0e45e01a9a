import type { ExpressionBuilder } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { ParkedAccountTable } from '../../db/tables/today.ts';
import type { Work } from '../../db/work.ts';
import type { Whose } from './source.ts';
import { type Loose, loose, ofDay } from './whose-store.ts';

/** An account without a next step, as it lies in the tables. */
export type IdleRow = {
  id: string;
  version: number;
  name: string;
  owner_id: string | null;
  reason: string | null;
  until_on: string | null;
  last_on: string | null;
};

const within = (db: Db, actor: Actor, whose: Whose) =>
  loose(db)
    .selectFrom('account as a')
    .where('a.org_id', '=', actor.orgId)
    .where('a.archived_at', 'is', null)
    .where(ofDay({ ...whose, away: [] }, ['a.owner_id', null]));

const parkedThen = (eb: ExpressionBuilder<Loose, string>, day: string) =>
  eb
    .selectFrom('parked_account as p')
    .select('p.account_id')
    .whereRef('p.org_id', '=', 'a.org_id')
    .whereRef('p.account_id', '=', 'a.id')
    .where('p.until_on', '>', day);

const nextStep = (eb: ExpressionBuilder<Loose, string>) =>
  eb
    .selectFrom('activity as n')
    .select('n.id')
    .whereRef('n.org_id', '=', 'a.org_id')
    .whereRef('n.account_id', '=', 'a.id')
    .where('n.is_done', '=', 0)
    .where('n.archived_at', 'is', null);

/** Accounts for which nothing is planned, and those that were parked. */
export const idleAccounts = {
  async count(db: Db, actor: Actor, whose: Whose): Promise<number> {
    const row = await within(db, actor, whose)
      .select((eb) => eb.fn.countAll().as('n'))
      .where((eb) => eb.not(eb.exists(nextStep(eb))))
      .where((eb) => eb.not(eb.exists(parkedThen(eb, whose.day))))
      .executeTakeFirst();
    return Number((row as { n: number } | undefined)?.n ?? 0);
  },

  async list(
    db: Db,
    actor: Actor,
    whose: Whose,
    { isParked, limit }: { isParked: boolean; limit: number },
  ): Promise<{ total: number; rows: IdleRow[] }> {
    const some = within(db, actor, whose)
      .where((eb) => eb.not(eb.exists(nextStep(eb))))
      .where((eb) => (isParked ? eb.exists(parkedThen(eb, whose.day)) : eb.not(eb.exists(parkedThen(eb, whose.day)))));
    const total = await some.select((eb) => eb.fn.countAll().as('n')).executeTakeFirst();
    const rows = await some
      .leftJoin('parked_account as k', (join) =>
        join.onRef('k.org_id', '=', 'a.org_id').onRef('k.account_id', '=', 'a.id').on('k.until_on', '>', whose.day),
      )
      .select(['a.id', 'a.version', 'a.name', 'a.owner_id', 'k.reason', 'k.until_on'])
      .select((eb) =>
        eb
          .selectFrom('activity as l')
          .select((sub) => sub.fn.max('l.on_day').as('on'))
          .whereRef('l.org_id', '=', 'a.org_id')
          .whereRef('l.account_id', '=', 'a.id')
          .where('l.is_done', '=', 1)
          .where('l.archived_at', 'is', null)
          .as('last_on'),
      )
      .orderBy('a.name_key')
      .orderBy('a.id')
      .limit(limit)
      .execute();
    return { total: Number((total as { n: number } | undefined)?.n ?? 0), rows: rows as unknown as IdleRow[] };
  },

  /** Parks an account until a day, or takes that back. The change is told with the account's own. */
  async park(work: Work, accountId: string, parked: Omit<ParkedAccountTable, 'org_id' | 'account_id'> | null) {
    const { orgId } = work.actor;
    await work.db
      .deleteFrom('parked_account')
      .where('org_id', '=', orgId)
      .where('account_id', '=', accountId)
      .execute();
    if (parked)
      await work.db
        .insertInto('parked_account')
        .values({ org_id: orgId, account_id: accountId, ...parked })
        .execute();
  },
};
