import type { MergeKind } from '@milepost/contract/merges';
import type { Kysely } from 'kysely';
import { fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { MergeTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';

type Loose = Record<string, Record<string, unknown>>;

/** Rows of a table whose column named the merged record and names the survivor now; their versions where they have any. */
export type MovedRows = { table: string; column: string; ids: string[]; versions: (number | null)[] };
/** All that a merge did: what moved, the survivor's columns before, both versions after, a name that was learnt. */
export type Moved = {
  rows: MovedRows[];
  before: Record<string, unknown>;
  survivorVersion: number;
  mergedVersion: number;
  alias: string | null;
};

const unversioned = new Set(['credit', 'clip', 'alias', 'attachment', 'contact_tie']);
/** What names a record of each kind. An alias and a clip also say of which kind the record is. */
export const namedBy: Readonly<Record<MergeKind, readonly (readonly [table: string, column: string, of?: string])[]>> =
  {
    account: [
      ['contact', 'account_id'],
      ['lead', 'account_id'],
      ['opportunity', 'account_id'],
      ['sale', 'account_id'],
      // A credit keeps its owner, day and amount: only which account it came from is known better now.
      ['credit', 'account_id'],
      ['invoice', 'account_id'],
      ['receipt', 'account_id'],
      ['activity', 'account_id'],
      ['expense', 'account_id'],
      ['budget_line', 'account_id'],
      ['today_mark', 'account_id'],
      ['mentorship_entry', 'account_id'],
      ['issue', 'account_id'],
      ['satisfaction', 'account_id'],
      ['churn_alert', 'account_id'],
      ['churn_override', 'account_id'],
      ['renewal', 'account_id'],
      ['win_back', 'account_id'],
      ['account', 'parent_id'],
      ['account', 'merged_into_id'],
      ['attachment', 'record_id', 'record_kind'],
      ['clip', 'record_id', 'record_kind'],
      ['alias', 'record_id', 'subject'],
    ],
    contact: [
      ['activity', 'contact_id'],
      ['lead', 'contact_id'],
      ['contact', 'merged_into_id'],
      ['contact', 'reports_to_id'],
      ['contact_tie', 'contact_id'],
      ['satisfaction', 'contact_id'],
      ['contact_tie', 'other_id'],
      ['attachment', 'record_id', 'record_kind'],
      ['clip', 'record_id', 'record_kind'],
      ['alias', 'record_id', 'subject'],
    ],
    lead: [
      ['activity', 'lead_id'],
      ['lead', 'merged_into_id'],
      ['attachment', 'record_id', 'record_kind'],
      ['clip', 'record_id', 'record_kind'],
      ['alias', 'record_id', 'subject'],
    ],
  };

const keyOf = (table: string): string => (table === 'alias' ? 'alias_key' : 'id');
const atOnce = 500;

/** What is told of a row that moved: its key, its version and whose it is, where it has them. */
const toldOf = (table: string): readonly string[] =>
  unversioned.has(table) ? [keyOf(table)] : ['id', 'version', ...((sightOf as Sight)[table] ?? [])];
type Sight = Readonly<Record<string, readonly string[]>>;

/** States of each record that moved what it names now: in its history, and to every open window. */
function tell(
  work: Work,
  { table, column, from, to }: { table: string; column: string; from: string; to: string },
  rows: readonly Record<string, unknown>[],
): void {
  if (unversioned.has(table)) return;
  const [owner = '', backup = ''] = (sightOf as Sight)[table] ?? [];
  for (const row of rows)
    work.changed({
      subject: table,
      recordId: String(row['id']),
      action: 'updated',
      version: Number(row['version']),
      accountId: column === 'account_id' ? to : null,
      ownerId: (row[owner] as string | null | undefined) ?? null,
      backupId: (row[backup] as string | null | undefined) ?? null,
      before: { [column]: from },
      after: { [column]: to },
    });
}

export const merges = {
  /** Lets everything that names one record name another, whoever may see it. */
  async move(work: Work, kind: MergeKind, { from, to }: { from: string; to: string }): Promise<MovedRows[]> {
    const moved: MovedRows[] = [];
    const db = work.db as unknown as Kysely<Loose>;
    for (const [table, column, of] of namedBy[kind]) {
      const key = keyOf(table);
      const rows = await db
        .updateTable(table)
        .set({ [column]: to })
        .where('org_id', '=', work.actor.orgId)
        .where(column, '=', from)
        .$if(of !== undefined, (query) => query.where(of ?? '', '=', kind))
        // The survivor does not stand below itself.
        .$if(column === 'parent_id' || column === 'reports_to_id', (query) => query.where('id', '!=', to))
        .returning([...toldOf(table)])
        .execute();
      if (rows.length === 0) continue;
      const said = rows as Record<string, unknown>[];
      tell(work, { table, column, from, to }, said);
      moved.push({
        table,
        column,
        ids: said.map((row) => String(row[key])),
        versions: said.map((row) => (row['version'] === undefined ? null : Number(row['version']))),
      });
    }
    return moved;
  },

  /** Of rows that moved those that do not stand as they were left: their ids. */
  async changedSince(work: Work, { table, column, ids, versions }: MovedRows, survivorId: string): Promise<string[]> {
    const changed: string[] = [];
    const key = keyOf(table);
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce);
      const rows = (await (work.db as unknown as Kysely<Loose>)
        .selectFrom(table)
        .select(unversioned.has(table) ? [key, column] : [key, column, 'version'])
        .where('org_id', '=', work.actor.orgId)
        .where(key, 'in', some)
        .execute()) as Record<string, unknown>[];
      const standing = new Map(rows.map((row) => [String(row[key]), row]));
      for (const [place, id] of some.entries()) {
        const row = standing.get(id);
        const version = versions[from + place] ?? null;
        if (row?.[column] !== survivorId || (version !== null && Number(row['version']) !== version)) changed.push(id);
      }
    }
    return changed;
  },

  /** Lets rows that moved name the merged record again. */
  async moveBack(
    work: Work,
    { table, column, ids }: MovedRows,
    { from, to }: { from: string; to: string },
  ): Promise<void> {
    for (let start = 0; start < ids.length; start += atOnce) {
      const rows = await (work.db as unknown as Kysely<Loose>)
        .updateTable(table)
        .set({ [column]: to })
        .where('org_id', '=', work.actor.orgId)
        .where(keyOf(table), 'in', ids.slice(start, start + atOnce))
        .returning([...toldOf(table)])
        .execute();
      tell(work, { table, column, from, to }, rows as Record<string, unknown>[]);
    }
  },

  /** The name of the merged record means the survivor from now on, where it means nothing yet. True when it was learnt. */
  async learn(
    work: Work,
    row: { subject: string; alias_key: string; alias: string; record_id: string },
  ): Promise<boolean> {
    const done = await work.db
      .insertInto('alias')
      .values({ ...row, org_id: work.actor.orgId, created_at: work.at })
      .onConflict((conflict) => conflict.columns(['org_id', 'subject', 'alias_key']).doNothing())
      .executeTakeFirst();
    return Number(done.numInsertedOrUpdatedRows ?? 0) > 0;
  },

  async unlearn(work: Work, subject: string, aliasKey: string, recordId: string): Promise<void> {
    await work.db
      .deleteFrom('alias')
      .where('org_id', '=', work.actor.orgId)
      .where('subject', '=', subject)
      .where('alias_key', '=', aliasKey)
      .where('record_id', '=', recordId)
      .execute();
  },

  async record(
    work: Work,
    row: Pick<MergeTable, 'id' | 'kind' | 'survivor_id' | 'merged_id'>,
    moved: Moved,
  ): Promise<MergeTable> {
    const all = {
      ...row,
      org_id: work.actor.orgId,
      person_id: work.actor.personId,
      at: work.at,
      undone_at: null,
      moved: toJson(moved),
    };
    await work.db.insertInto('merge').values(all).execute();
    return all;
  },

  async markUndone(work: Work, id: string): Promise<void> {
    await work.db
      .updateTable('merge')
      .set({ undone_at: work.at })
      .where('org_id', '=', work.actor.orgId)
      .where('id', '=', id)
      .execute();
  },

  find: (db: Db, orgId: string, id: string): Promise<MergeTable | undefined> =>
    db.selectFrom('merge').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst(),

  /** What was merged into a record and still is, the newest first. */
  into: (db: Db, orgId: string, kind: MergeKind, survivorId: string): Promise<MergeTable[]> =>
    db
      .selectFrom('merge')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('kind', '=', kind)
      .where('survivor_id', '=', survivorId)
      .where('undone_at', 'is', null)
      .orderBy('id', 'desc')
      .limit(100)
      .execute(),

  movedOf: (row: Pick<MergeTable, 'moved'>): Moved => fromJson<Moved>(row.moved),
};
