import { type Kysely, PostgresAdapter, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What the search finds, one row a record, and an index of three letters in a row over its text: a virtual table beside it on
 * SQLite (FTS5), kept by triggers; a GIN index on PostgreSQL (pg_trgm). Rows that are there already are entered by `migrate`.
 */
export const search: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
    await schema
      .createTable('search_entry')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('record_id', 'text', (c) => c.notNull())
      .addColumn('number', 'bigint', (c) => c.notNull())
      .addColumn('owner_id', 'text')
      .addColumn('backup_id', 'text')
      .addColumn('third_id', 'text')
      .addColumn('is_common', 'integer', (c) => c.notNull())
      .addColumn('label', 'text', (c) => c.notNull())
      // Compared byte by byte on both databases, so that a beginning is a range.
      .addColumn('label_key', isPostgres ? sql`text collate "C"` : 'text', (c) => c.notNull())
      .addColumn('note', 'text')
      .addColumn('folded', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('search_entry_pk', ['org_id', 'kind', 'record_id'])
      .execute();
    await schema.createIndex('search_entry_label').on('search_entry').columns(['org_id', 'label_key']).execute();
    if (isPostgres) {
      await sql`create extension if not exists pg_trgm`.execute(db);
      await sql`create index search_entry_folded on search_entry using gin (folded gin_trgm_ops)
        with (fastupdate = off)`.execute(db);
      return;
    }
    // The number is that of the virtual table, which knows no organisation: the one index that does not begin with it.
    await sql`create unique index search_entry_number on search_entry (number)`.execute(db);
    await sql`create virtual table search_text using fts5(
      folded, content='', contentless_delete=1, tokenize='trigram case_sensitive 1')`.execute(db);
    await sql`create trigger search_entry_in after insert on search_entry begin
      insert into search_text (rowid, folded) values (new.number, new.folded); end`.execute(db);
    await sql`create trigger search_entry_out after delete on search_entry begin
      delete from search_text where rowid = old.number; end`.execute(db);
    await sql`create trigger search_entry_anew after update of folded on search_entry when old.folded <> new.folded begin
      delete from search_text where rowid = old.number;
      insert into search_text (rowid, folded) values (new.number, new.folded); end`.execute(db);
  },
  async down(db: Kysely<never>) {
    if (!(db.getExecutor().adapter instanceof PostgresAdapter)) await db.schema.dropTable('search_text').execute();
    await db.schema.dropTable('search_entry').execute();
  },
};
