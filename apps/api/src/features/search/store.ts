import type { AttachedTo } from '@milepost/contract/attachments';
import type { SearchAnswer, SearchQuery } from '@milepost/contract/search';
import {
  exactNeedle,
  holds,
  holdsWithSlips,
  type Needle,
  slipNeedle,
  slipsForgiven,
} from '@milepost/core/search/needle';
import { searchWords } from '@milepost/core/search/search-text';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Dialect } from '../../db/dialect.ts';
import type { Db } from '../../db/open.ts';
import { entriesInSight } from '../../db/search-sight.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { SearchEntryTable } from '../../db/tables/search.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Found = SearchAnswer['items'][number];
type Entry = Pick<SearchEntryTable, 'kind' | 'record_id' | 'label' | 'note' | 'folded'>;
type Loose = Record<string, Record<string, unknown>>;

/** With so few found, those with slips are looked for too. */
const few = 5;
/** So many candidates are measured for slips at most. */
const candidatesOfSlips = 200;

/** What an activity may be about, the first that it names. */
const aboutKinds = ['opportunity', 'account', 'contact', 'lead'] as const;

const columns = sql`kind, record_id, label, note, search_entry.folded`;

async function beginning(db: Db, actor: Actor, words: readonly string[], limit: number): Promise<Entry[]> {
  const key = words.join(' ');
  // Every letter of a key comes before the tilde.
  const query = sql<Entry>`select ${columns} from search_entry where org_id = ${actor.orgId} and label_key >= ${key}
    and label_key < ${`${key}~`} and ${entriesInSight(actor)} order by label_key limit ${limit}`;
  return (await query.execute(db)).rows;
}

async function holding(
  { db, dialect }: { db: Db; dialect: Dialect },
  actor: Actor,
  needle: Needle,
  limit: number,
): Promise<Entry[]> {
  if (needle.length === 0) return [];
  const { from, where } = dialect.holding(needle);
  const query = sql<Entry>`select ${columns} from ${from} where ${where} and org_id = ${actor.orgId}
    and ${entriesInSight(actor)} limit ${limit}`;
  return (await query.execute(db)).rows;
}

/** Ways to look through what somebody may find. */
type Sought = {
  beginning(words: readonly string[], limit: number): Promise<Entry[]>;
  holding(needle: Needle, limit: number): Promise<Entry[]>;
};

/** Through the indices of all names and words. */
const throughIndices = (reading: { db: Db; dialect: Dialect }, actor: Actor): Sought => ({
  beginning: (words, limit) => beginning(reading.db, actor, words, limit),
  holding: (needle, limit) => holding(reading, actor, needle, limit),
});

/** Through all that a member of a department may find: it is little, and the indices know most of what they may not. */
async function throughOwn(db: Db, actor: Actor): Promise<Sought> {
  const query = sql<Entry & { label_key: string }>`select ${columns}, label_key from search_entry
    where org_id = ${actor.orgId} and ${entriesInSight(actor)} order by label_key`;
  const { rows } = await query.execute(db);
  return {
    beginning: async (words, limit) => rows.filter((row) => row.label_key.startsWith(words.join(' '))).slice(0, limit),
    holding: async (needle, limit) =>
      needle.length === 0 ? [] : rows.filter(({ folded }) => holds(needle, folded)).slice(0, limit),
  };
}

/** Records in sight as they stand now, those of an activity with what it is about. */
async function recordsInSight(
  db: Db,
  actor: Actor,
  kind: Exclude<Found['kind'], 'attachment'> | AttachedTo,
  ids: readonly string[],
): Promise<Map<string, Record<string, string | null>>> {
  const rows = await (db as unknown as Kysely<Loose>)
    .selectFrom(kind as string)
    .select(['id', ...(kind === 'activity' ? aboutKinds.map((about) => `${about}_id`) : [])])
    .where('org_id', '=', actor.orgId)
    .where('archived_at', 'is', null)
    .where('id', 'in', [...ids])
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, sightOf[kind])(eb))
    .execute();
  return new Map((rows as Record<string, string | null>[]).map((row) => [String(row['id']), row]));
}

/** Files by the records that they are kept with, which have to be in sight; one of an activity is shown where that is. */
async function filesInSight(db: Db, actor: Actor, ids: readonly string[]): Promise<Map<string, Found['about']>> {
  const files = await db
    .selectFrom('attachment')
    .select(['id', 'record_kind', 'record_id'])
    .where('org_id', '=', actor.orgId)
    .where('removed_at', 'is', null)
    .where('id', 'in', [...ids])
    .execute();
  const seen = new Map<string, Found['about']>();
  for (const [kind, some] of Map.groupBy(files, (file) => file.record_kind)) {
    // What is kept with a course is its material, and found there.
    if (kind === 'course') continue;
    const records = await recordsInSight(
      db,
      actor,
      kind,
      some.map((file) => file.record_id),
    );
    for (const { id, record_id } of some) {
      const row = records.get(record_id);
      if (row) seen.set(id, kind === 'activity' ? aboutOf(row) : { kind, id: record_id });
    }
  }
  return seen;
}

const aboutOf = (row: Readonly<Record<string, string | null>>): Found['about'] => {
  const about = aboutKinds.find((one) => row[`${one}_id`]);
  return about ? { kind: about, id: String(row[`${about}_id`]) } : null;
};

/** Of those found the ones that are in sight as they stand now: what an entry says of sight is never the last word. */
async function stillInSight(db: Db, actor: Actor, found: readonly Found[]): Promise<Found[]> {
  const seen = new Map<string, Found['about']>();
  for (const [kind, some] of Map.groupBy(found, (one) => one.kind)) {
    const ids = some.map(({ id }) => id);
    if (kind === 'attachment') for (const [id, about] of await filesInSight(db, actor, ids)) seen.set(id, about);
    else
      for (const [id, row] of await recordsInSight(db, actor, kind, ids))
        seen.set(id, kind === 'activity' ? aboutOf(row) : null);
  }
  return found.filter(({ id }) => seen.has(id)).map((one) => ({ ...one, about: seen.get(one.id) ?? null }));
}

/**
 * Everything in sight that holds the words: names that begin with them first, then what holds them anywhere, and where that is
 * little, what holds them with slips of the finger.
 */
export async function searchRecords(
  reading: { db: Db; dialect: Dialect },
  actor: Actor,
  { q, limit }: SearchQuery,
): Promise<Found[]> {
  const words = searchWords(q);
  const found = new Map<string, Found>();
  const take = (entries: readonly Entry[], match: Found['match']) => {
    for (const { kind, record_id: id, label, note } of entries)
      if (!found.has(id)) found.set(id, { kind: kind as Found['kind'], id, label, note, about: null, match });
  };
  if (words.length === 0) return [];
  const sought = actor.isConfined ? await throughOwn(reading.db, actor) : throughIndices(reading, actor);
  take(await sought.beginning(words, limit), 'beginning');
  if (found.size < limit) take(await sought.holding(exactNeedle(words), limit + found.size), 'words');
  if (found.size < few && words.some((word) => slipsForgiven(word) > 0)) {
    const candidates = await sought.holding(slipNeedle(words), candidatesOfSlips);
    take(
      candidates.filter(({ folded }) => holdsWithSlips(words, folded)),
      'slips',
    );
  }
  return stillInSight(reading.db, actor, [...found.values()].slice(0, limit));
}
