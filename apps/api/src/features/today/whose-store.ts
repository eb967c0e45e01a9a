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
