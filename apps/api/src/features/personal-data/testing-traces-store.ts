import type { Kysely } from 'kysely';
import type { Db } from '../../db/open.ts';

type Loose = Record<string, Record<string, unknown>>;

/** Where a text stands in any row of any table there is, in any case and as it stands in JSON: `table: row`. */
export async function traceOfEverything(db: Db, texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await db.introspection.getTables()) {
    if (name.startsWith('kysely_')) continue;
    for (const row of await (db as unknown as Kysely<Loose>).selectFrom(name).selectAll().execute()) {
      const values = Object.values(row).filter((value) => typeof value === 'string');
      const isTrace = (text: string) =>
        values.some((value) => new RegExp(`(?<![a-z])${text.replace(/[.+]/g, '\\$&')}(?![a-z])`, 'i').test(value));
      if (texts.some(isTrace)) found.push(`${name}: ${JSON.stringify(row)}`);
    }
  }
  return found;
}
