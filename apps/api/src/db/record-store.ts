import { hasFields } from '@milepost/contract/fields';
import type { ListQuery, Page } from '@milepost/contract/page';
import { foldName } from '@milepost/core/identity/fold-name';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../auth/actor.ts';
import { Failure, fieldIssue } from '../http/failure.ts';
import { containing, meets } from './condition-store.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { differences } from './differences.ts';
import { indexedField, meetsField } from './field-index.ts';
import type { Db } from './open.ts';
import type { Schema } from './schema.ts';
import { sightBeside, sightOf } from './sight-store.ts';
import type { RecordColumns, RecordTable } from './tables/record.ts';
import { visibleTo } from './visible-to.ts';
import type { Work } from './work.ts';

export type { RecordTable } from './tables/record.ts';

export type RecordRow<T extends RecordTable> = Schema[T] & RecordColumns;
type Loose = Record<string, Record<string, unknown>>;

export type RecordSpec<T extends RecordTable> = {
  table: T;
  /** Name of a field on the wire → column it sorts by. The first is the default. */
  sort: Readonly<Record<string, string>>;
  /** Name of a field on the wire → column it filters by. */
  filter: Readonly<Record<string, string>>;
  /** Folded columns that `q` looks into. */
  search: readonly string[];
  /** Column with the account on whose timeline changes appear; `id` for accounts themselves. */
  account?: string;
};

const at = <R>(row: R, column: string): unknown => (row as Record<string, unknown>)[column];

/**
 * The store of one kind of record: list, read, create once, change with a version, archive. Every path goes through the
 * predicate of sight, every write leaves a change.
 */
export function recordStore<T extends RecordTable>(spec: RecordSpec<T>) {
  const table: string = spec.table;
  const loose = (db: Db) => db as unknown as Kysely<Loose>;
  const sight: readonly string[] = sightOf[spec.table];
  const inSight = (actor: Actor) => (eb: ExpressionBuilder<Loose, string>) =>
    visibleTo(actor, sight, sightBeside[table])(eb);

  const matching = (db: Db, actor: Actor, query: Pick<ListQuery, 'q' | 'filter' | 'archived'>) => {
    let rows = loose(db)
      .selectFrom(table)
      .where('org_id', '=', actor.orgId)
      .where('archived_at', query.archived === '1' ? 'is not' : 'is', null)
      .where(inSight(actor));
    const sought = query.q ? foldName(query.q) : '';
    if (sought) rows = rows.where((eb) => eb.or(spec.search.map((column) => containing(column, sought))));
    (query.filter ?? []).forEach((condition, index) => {
      const fieldId = hasFields(table) ? indexedField(condition) : null;
      rows = rows.where(
        fieldId === null
          ? meets(spec.filter, condition, index)
          : meetsField(fieldId, condition, { orgId: actor.orgId, subject: table }),
      );
    });
    return rows;
  };

  const store = {
    spec,

    /** A page in a stable order: unknown values last, ties by id. */
    async list(db: Db, actor: Actor, query: ListQuery): Promise<Page<RecordRow<T>>> {
      const field = (query.sort ?? Object.keys(spec.sort)[0] ?? '').replace(/^-/, '');
      const descending = query.sort?.startsWith('-') ?? false;
      const column = spec.sort[field];
      if (!column)
        throw new Failure('invalid-input', fieldIssue('/sort', 'unknown-field', `${field} is no field to sort by`));
      const base = matching(db, actor, query);
      let page = base;
      const after = query.after ? readCursor(query.after) : undefined;
      const beyond = descending ? '<' : '>';
      if (after)
        page = page.where((eb) =>
          after.key === null
            ? eb.and([eb(column, 'is', null), eb('id', beyond, after.id)])
            : eb.or([
                eb(column, 'is', null),
                eb(column, beyond, after.key),
                eb.and([eb(column, '=', after.key), eb('id', beyond, after.id)]),
              ]),
        );
      const direction = descending ? 'desc' : 'asc';
      const rows = (await page
        .selectAll()
        .orderBy(column, (order) => (descending ? order.desc() : order.asc()).nullsLast())
        .orderBy('id', direction)
        .limit(query.limit + 1)
        .execute()) as unknown as RecordRow<T>[];
      const items = rows.slice(0, query.limit);
      const last = items.at(-1);
      const next =
        rows.length > query.limit && last
          ? writeCursor({ key: at(last, column) as string | number | null, id: last.id })
          : null;
      const total =
        query.count === '1'
          ? Number((await base.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst())?.['n'] ?? 0)
          : null;
      return { items, next, total };
    },

    /** All that match, a thousand at a time, for exports. */
    async *each(
      db: Db,
      actor: Actor,
      query: Pick<ListQuery, 'q' | 'filter' | 'archived'>,
    ): AsyncGenerator<RecordRow<T>> {
      let last: string | undefined;
      for (;;) {
        let rows = matching(db, actor, query).selectAll().orderBy('id').limit(1000);
        if (last) rows = rows.where('id', '>', last);
        const batch = (await rows.execute()) as unknown as RecordRow<T>[];
        yield* batch;
        last = batch.at(-1)?.id;
        if (batch.length < 1000) return;
      }
    },

    /** The record, or undefined when it is not there or out of sight: nobody can tell which. */
    async find(db: Db, actor: Actor, id: string): Promise<RecordRow<T> | undefined> {
      return (await loose(db)
        .selectFrom(table)
        .selectAll()
        .where('org_id', '=', actor.orgId)
        .where('id', '=', id)
        .where(inSight(actor))
        .executeTakeFirst()) as unknown as RecordRow<T> | undefined;
    },

    async get(db: Db, actor: Actor, id: string): Promise<RecordRow<T>> {
      const row = await store.find(db, actor, id);
      if (!row) throw new Failure('not-found');
      return row;
    },

    /**
     * Creates once: the same id again answers the record that is there. `isNew` tells which.
     * @throws Failure `id-taken` when the id belongs to a record out of sight
     */
    async create(
      work: Work,
      values: Omit<RecordRow<T>, keyof RecordColumns> & { id: string },
    ): Promise<{ row: RecordRow<T>; isNew: boolean }> {
      const row = {
        ...values,
        org_id: work.actor.orgId,
        version: 1,
        created_at: work.at,
        updated_at: work.at,
        archived_at: null,
      } as unknown as RecordRow<T>;
      const inserted = await loose(work.db)
        .insertInto(table)
        .values(row as Record<string, unknown>)
        .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
        .executeTakeFirst();
      if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 0) {
        const there = await store.find(work.db, work.actor, values.id);
        if (!there) throw new Failure('id-taken');
        return { row: there, isNew: false };
      }
      store.tell(work, 'created', row, { after: differences({}, row as Record<string, unknown>).after });
      return { row, isNew: true };
    },

    /**
     * Changes the columns given if the version seen is still the one that stands. `beside` tells what changed in rows of
     * other tables that belong to the record: that alone is a new version too.
     * @throws Failure `not-found`, or `version-clash` with the row as it stands
     */
    async update(
      work: Work,
      id: string,
      seen: number,
      patch: Partial<RecordRow<T>>,
      {
        action = 'updated',
        reason,
        beside,
      }: { action?: string; reason?: string; beside?: Record<string, unknown> } = {},
    ): Promise<RecordRow<T>> {
      const before = await store.get(work.db, work.actor, id);
      if (before.version !== seen) throw new Failure('version-clash', { row: before });
      const after = { ...before, ...patch };
      const difference = differences(before as Record<string, unknown>, after as Record<string, unknown>);
      if (difference.changed.length === 0 && !beside) return before;
      const row = { ...after, version: seen + 1, updated_at: work.at };
      const updated = await loose(work.db)
        .updateTable(table)
        .set({ ...patch, version: row.version, updated_at: row.updated_at })
        .where('org_id', '=', work.actor.orgId)
        .where('id', '=', id)
        .where('version', '=', seen)
        .executeTakeFirst();
      if (Number(updated.numUpdatedRows) === 0)
        throw new Failure('version-clash', { row: await store.get(work.db, work.actor, id) });
      store.tell(work, action, row, {
        before: difference.before,
        after: { ...difference.after, ...beside },
        ...(reason ? { reason } : {}),
      });
      return row;
    },

    /** Takes a record out of the lists, or back into them. */
    archive: (work: Work, id: string, seen: number): Promise<RecordRow<T>> =>
      store.update(work, id, seen, { archived_at: work.at } as Partial<RecordRow<T>>, { action: 'archived' }),
    restore: (work: Work, id: string, seen: number): Promise<RecordRow<T>> =>
      store.update(work, id, seen, { archived_at: null } as Partial<RecordRow<T>>, { action: 'restored' }),

    /** States what happened to a row in the change record. */
    tell(
      work: Work,
      action: string,
      row: RecordRow<T>,
      more: { before?: Record<string, unknown>; after?: Record<string, unknown>; reason?: string },
    ): void {
      work.changed({
        subject: spec.table,
        recordId: row.id,
        action,
        version: row.version,
        accountId: spec.account ? ((at(row, spec.account) as string | null | undefined) ?? null) : null,
        ownerId: sight[0] ? ((at(row, sight[0]) as string | null | undefined) ?? null) : null,
        backupId: sight[1] ? ((at(row, sight[1]) as string | null | undefined) ?? null) : null,
        ...more,
      });
    },
  };
  return store;
}
