import { sql } from 'kysely';
import type { Db } from './open.ts';
import type { ChangeTable } from './tables/changes.ts';
import type { TallyMeasure, TallyTable } from './tables/overview.ts';
import type { ActivityTable } from './tables/records.ts';

/** What is added to a day of somebody; '' stands for nobody. */
export type TallyAddition = { measure: TallyMeasure; day: string; personId: string; value: number };
type Grained = Omit<TallyTable, 'org_id'>;

const rowsAtOnce = 500;
const keyOf = ({ grain, measure, period, person_id }: Grained) => `${grain} ${measure} ${period} ${person_id}`;

/** Sums additions by their place, beside those that were summed before: what comes in batches is written once. */
export function sumUp(additions: Iterable<Grained>, sums = new Map<string, Grained>()): Map<string, Grained> {
  for (const row of additions) {
    const key = keyOf(row);
    const sum = sums.get(key);
    if (sum) sum.value += row.value;
    else sums.set(key, { ...row });
  }
  return sums;
}

/** Adds to sums that stand, in the order of their keys, so that two writers take the rows in the same order. */
export async function addToTally(db: Db, orgId: string, additions: Iterable<Grained>): Promise<void> {
  const rows = [...sumUp(additions)]
    .filter(([, { value }]) => value !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => ({ ...row, org_id: orgId }));
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await db
      .insertInto('tally')
      .values(rows.slice(from, from + rowsAtOnce))
      .onConflict((conflict) =>
        conflict
          .columns(['org_id', 'grain', 'measure', 'period', 'person_id'])
          .doUpdateSet({ value: sql`tally.value + excluded.value` }),
      )
      .execute();
}

/** The same thing as a day and as its month. */
export const bothGrains = ({ measure, day, personId, value }: TallyAddition): Grained[] => [
  { grain: 'day', measure, period: day, person_id: personId, value },
  { grain: 'month', measure, period: day.slice(0, 7), person_id: personId, value },
];

/** What is a contact with a customer once it is done: a note is written without them. */
const contactKinds: ReadonlySet<string> = new Set<ActivityTable['kind']>(['visit', 'call', 'email', 'meeting']);
const decisive = ['kind', 'on_day', 'person_id', 'is_done', 'archived_at'] as const;
type Decisive = Pick<ActivityTable, (typeof decisive)[number]>;

const contactsIn = (row: Decisive, value: 1 | -1): TallyAddition[] =>
  row.is_done === 1 && row.archived_at === null && contactKinds.has(row.kind)
    ? [{ measure: 'contacts', day: row.on_day, personId: row.person_id, value }]
    : [];

/**
 * Keeps the sums of contacts by what a transaction changed of activities: as a row stands less as it stood before, which its changes
 * tell backwards.
 */
export async function tallyContacts(db: Db, orgId: string, changes: readonly ChangeTable[]): Promise<void> {
  const before = new Map<string, Partial<Decisive> | null>();
  for (const change of changes) {
    if (change.subject !== 'activity') continue;
    const isCreated = change.action === 'created';
    const was = JSON.parse(change.before ?? '{}') as Partial<Decisive>;
    const known = before.get(change.record_id);
    // What stood before the first change counts.
    if (known !== undefined) before.set(change.record_id, known === null ? null : { ...was, ...known });
    else if (isCreated || decisive.some((column) => column in was))
      before.set(change.record_id, isCreated ? null : was);
  }
  const ids = [...before.keys()];
  const additions: TallyAddition[] = [];
  for (let from = 0; from < ids.length; from += rowsAtOnce) {
    const rows = await db
      .selectFrom('activity')
      .select(['id', ...decisive])
      .where('org_id', '=', orgId)
      .where('id', 'in', ids.slice(from, from + rowsAtOnce))
      .execute();
    for (const row of rows) {
      const was = before.get(row.id) ?? null;
      if (was !== null) additions.push(...contactsIn({ ...row, ...was }, -1));
      additions.push(...contactsIn(row, 1));
    }
  }
  if (additions.length > 0) await addToTally(db, orgId, additions.flatMap(bothGrains));
}
