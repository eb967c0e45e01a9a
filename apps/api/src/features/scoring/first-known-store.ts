import { fromJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';

type Told = { at: string; after: Readonly<Record<string, unknown>> };

/** What the change record tells of some records, each from its beginning. */
export type Recorded = ReadonlyMap<string, readonly Told[]>;

const idsAtOnce = 500;

/** The changes of records, oldest first. They are read for learning: nothing of them leaves the house as it is. */
export async function recorded(db: Db, orgId: string, subject: string, ids: readonly string[]): Promise<Recorded> {
  const found = new Map<string, Told[]>();
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const rows = await db
      .selectFrom('change')
      .select(['record_id', 'at', 'after'])
      .where('org_id', '=', orgId)
      .where('subject', '=', subject)
      .where('record_id', 'in', ids.slice(from, from + idsAtOnce))
      .where('after', 'is not', null)
      .orderBy('id')
      .execute();
    for (const { record_id, at, after } of rows) {
      const told = { at, after: fromJson<Record<string, unknown>>(after ?? '{}') };
      const own = found.get(record_id);
      if (own) own.push(told);
      else found.set(record_id, [told]);
    }
  }
  return found;
}

/** Columns of a record as they were first recorded. Empty where the change record does not know it. */
export const firstKnown = (told: Recorded, id: string): Readonly<Record<string, unknown>> =>
  told.get(id)?.[0]?.after ?? {};

/**
 * Columns of a record as they were at the end of a day, or at the end of the day on which it was first recorded where that came later:
 * what is entered together, as by an import, was known together.
 */
export function knownOn(told: Recorded, id: string, day: string): Readonly<Record<string, unknown>> {
  const changes = told.get(id) ?? [];
  const first = changes[0]?.at.slice(0, 10) ?? day;
  const until = first > day ? first : day;
  return Object.assign({}, ...changes.filter(({ at }) => at.slice(0, 10) <= until).map(({ after }) => after));
}

/** The instant at which a record was first recorded. */
export const firstAt = (told: Recorded, id: string): string | null => told.get(id)?.[0]?.at ?? null;
