import { sql } from 'kysely';
import type { Db } from './open.ts';

/** A part of a transaction that is taken back alone when it fails; what else the transaction did stays. */
export async function savepoint<T>(db: Db, deed: () => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(db);
  try {
    const result = await deed();
    await sql`release savepoint part`.execute(db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint part`.execute(db);
    await sql`release savepoint part`.execute(db);
    throw error;
  }
}
