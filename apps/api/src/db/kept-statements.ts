type Statement = { readonly reader: boolean };
type Preparing<S extends Statement> = { prepare(sql: string): S; close(): unknown };

const mostKept = 500;
/** Longer ones are batches of rows, in as many lengths as there are batches. */
const longestKept = 8000;
const repeatable = /^\s*(select|insert|update|delete|with|begin|commit|rollback)\b/i;

/**
 * Prepares each statement once and keeps it, the least used going first: preparing costs SQLite more than running what a
 * page asks for. Whatever is none of the usual statements may change tables, after which nothing kept is to be trusted.
 */
export function keepStatements<S extends Statement>(database: Preparing<S>) {
  const kept = new Map<string, S>();
  return {
    prepare(sql: string): S {
      const known = kept.get(sql);
      if (known) {
        kept.delete(sql);
        kept.set(sql, known);
        return known;
      }
      const statement = database.prepare(sql);
      if (!repeatable.test(sql)) kept.clear();
      else if (sql.length <= longestKept) {
        kept.set(sql, statement);
        const [oldest] = kept.keys();
        if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      }
      return statement;
    },
    close(): void {
      kept.clear();
      database.close();
    },
  };
}
