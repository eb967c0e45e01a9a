import { type AccountStatus, statusOf } from '@milepost/core/accounts/life-cycle';
import type { Db } from '../../db/open.ts';
import type { AccountTable, StatusEntryTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import { accounts } from './store.ts';

const idsAtOnce = 500;
function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += idsAtOnce) yield items.slice(from, from + idsAtOnce);
}

type Entry = Pick<StatusEntryTable, 'status' | 'entered_on' | 'cause' | 'reason'>;

/**
 * Where accounts stand, and how they came there. A status is no field that two people edit: it is what was said last and what
 * was bought since, so it moves without a new version of the account.
 */
export const statuses = {
  /** The history of one account, the newest first. */
  of: (db: Db, orgId: string, accountId: string): Promise<StatusEntryTable[]> =>
    db
      .selectFrom('status_entry')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('account_id', '=', accountId)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(200)
      .execute(),

  /** Writes what somebody said, of accounts that stand otherwise. */
  async say(
    work: Work,
    wanted: ReadonlyMap<string, AccountStatus>,
    { cause, reason, today }: { cause: 'said' | 'import'; reason: string | null; today: string },
  ): Promise<{ row: AccountTable; before: AccountStatus }[]> {
    const moved: { row: AccountTable; before: AccountStatus }[] = [];
    for (const ids of chunks([...wanted.keys()]))
      for (const row of await rowsOf(work, ids)) {
        const status = wanted.get(row.id) ?? row.status;
        if (row.status === status) continue;
        moved.push({ row: await move(work, row, { status, entered_on: today, cause, reason }), before: row.status });
      }
    return moved;
  },

  /** Brings accounts in line with the sales that stand, after any write of the books, one or thousands. Doing it twice does nothing more. */
  async follow(work: Work, accountIds: readonly (string | null)[]): Promise<void> {
    const all = [...new Set(accountIds.filter((id) => id !== null))];
    for (const ids of chunks(all)) {
      const { orgId } = work.actor;
      const said = await work.db
        .selectFrom('status_entry')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('account_id', 'in', ids)
        .where('cause', '!=', 'sale')
        .orderBy('id')
        .execute();
      const sales = await work.db
        .selectFrom('sale')
        .select(['account_id', 'day', 'created_at as at'])
        .where('org_id', '=', orgId)
        .where('account_id', 'in', ids)
        .where('archived_at', 'is', null)
        .execute();
      const saidOf = Map.groupBy(said, (entry) => entry.account_id);
      const salesOf = Map.groupBy(sales, (sale) => sale.account_id);
      for (const row of await rowsOf(work, ids)) {
        const words = (saidOf.get(row.id) ?? []).map(({ status, entered_on, at }) => ({
          status,
          enteredOn: entered_on,
          at,
        }));
        const { status, since } = statusOf(words, salesOf.get(row.id) ?? []);
        if (status === row.status) continue;
        await move(work, row, {
          status,
          entered_on: since ?? row.created_at.slice(0, 10),
          cause: 'sale',
          reason: null,
        });
      }
    }
  },
};

/** Accounts as they stand, whoever may see them: the books do not hang on who asks. */
const rowsOf = (work: Work, ids: readonly string[]): Promise<AccountTable[]> =>
  work.db.selectFrom('account').selectAll().where('org_id', '=', work.actor.orgId).where('id', 'in', ids).execute();

async function move(work: Work, before: AccountTable, entry: Entry): Promise<AccountTable> {
  await work.db
    .updateTable('account')
    .set({ status: entry.status })
    .where('org_id', '=', work.actor.orgId)
    .where('id', '=', before.id)
    .execute();
  await work.db
    .insertInto('status_entry')
    .values({
      ...entry,
      org_id: work.actor.orgId,
      id: work.newId(),
      account_id: before.id,
      at: work.at,
      person_id: work.actor.personId,
    })
    .execute();
  const row = { ...before, status: entry.status };
  accounts.tell(work, 'updated', row, {
    before: { status: before.status },
    after: { status: entry.status },
    ...(entry.reason ? { reason: entry.reason } : {}),
  });
  return row;
}
