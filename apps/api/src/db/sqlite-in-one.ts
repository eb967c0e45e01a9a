import { type DialectAdapter, SqliteAdapter, SqliteDialect } from 'kysely';

/** SQLite takes changes of tables into a transaction as it does rows; what Kysely fears for is a setting that no migration of ours touches. */
class InOneAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * The dialect of SQLite under which all migrations are one transaction: whoever is killed in the middle of them stands where they
 * began, and a new database is on the disk at once and not table by table.
 */
export class SqliteInOneDialect extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new InOneAdapter();
  }
}
