import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Db } from '../../db/open.ts';
import type { Whose } from './source.ts';

export type Loose = Record<string, Record<string, unknown>>;
export const loose = (db: Db) => db as unknown as Kysely<Loose>;

/**
 * Records of somebody's day: what they own, and what they back up of people who are away. All of it lies in the actor's sight, whatever
 * the sight of the table: `whoseDay` lets nobody through who does not reach the person, and the person owns or backs up every row. The
 * predicate is not asked a second time for ten thousand rows.
 */
export const ofDay =
  ({ personId, away }: Whose, [owner, backup]: [string, string | null]) =>
  (eb: ExpressionBuilder<Loose, string>) => {
    const own = eb(owner, '=', personId);
    const standing =
      away.length === 0 || backup === null ? [] : [eb.and([eb(backup, '=', personId), eb(owner, 'in', [...away])])];
    return eb.or([own, ...standing]);
  };

/** The people whose accounts somebody backs up, and who are on leave all of a day. */
export async function awayFor(db: Db, orgId: string, personId: string, day: string): Promise<string[]> {
  const rows = await db
    .selectFrom('leave')
    .select('person_id')
    .distinct()
    .where('org_id', '=', orgId)
    .where('archived_at', 'is', null)
    .where('from_day', '<=', day)
    .where('to_day', '>=', day)
    .where('person_id', '!=', personId)
    // A half day is no absence: whoever is back at noon does it themselves.
    .where((eb) =>
      eb.and([
        eb.or([eb('from_day', '<', day), eb('half_days', 'in', ['none', 'last'])]),
        eb.or([eb('to_day', '>', day), eb('half_days', 'in', ['none', 'first'])]),
      ]),
    )
    .execute();
  return rows.map((row) => row.person_id).sort();
}
