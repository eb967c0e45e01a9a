import type { Db } from '../../db/open.ts';

/** A transaction may commit later than one that began after it: so far back changes are counted beside the last one. */
const overlapMs = 300_000;
/** The instant of a UUIDv7 is its first 48 bits. */
const instantDigits = 12;

const firstIdAt = (ms: number): string => {
  const hex = Math.max(0, ms).toString(16).padStart(instantDigits, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
};

/**
 * What an organisation's change record ends with, as text: another text once anything was written down. Two nodes that write at once may
 * commit in another order than that of their ids; the number of the latest changes tells that too.
 */
export async function lastChanges(db: Db, orgId: string): Promise<string> {
  const last = await db
    .selectFrom('change')
    .select('id')
    .where('org_id', '=', orgId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) return '';
  const ms = Number.parseInt(last.id.replace('-', '').slice(0, instantDigits), 16);
  const late = await db
    .selectFrom('change')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('org_id', '=', orgId)
    .where('id', '>=', firstIdAt(ms - overlapMs))
    .executeTakeFirst();
  return `${last.id} ${Number(late?.n ?? 0)}`;
}
