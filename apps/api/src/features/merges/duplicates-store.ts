import type { DuplicatesAnswer, MergeKind } from '@milepost/contract/merges';
import { type Identity, likeness } from '@milepost/core/identity/likeness';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { visibleTo } from '../../db/visible-to.ts';
import { fieldsOf, type MergedRow } from './merge-stores.ts';

type Loose = Record<string, Record<string, unknown>>;

/** The keys that two records which are one are likely to share, the strongest first. */
const keysOf: Readonly<Record<MergeKind, readonly string[]>> = {
  account: ['domain_key', 'email_key', 'company_key', 'phone_key'],
  contact: ['email_key', 'phone_key', 'name_key'],
  lead: ['email_key', 'phone_key', 'domain_key', 'name_key'],
};
/** So many shared keys of a sort are looked at, so many records of one key, and so many pairs told. */
const [mostKeys, mostOfKey, mostPairs] = [300, 12, 100];

const listOf = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : []);

function identityOf(kind: MergeKind, row: MergedRow): Identity {
  const isCompany = kind === 'account' || row['kind'] === 'company';
  return {
    kind: isCompany ? 'company' : 'person',
    name: row.name,
    company: isCompany ? null : ((row['company'] as string | undefined) ?? null),
    emails: listOf(row['email']),
    phones: listOf(row['phone_key']),
    profiles: [],
    domains: listOf(row['domain_key']),
  };
}

type Pair = { a: MergedRow; b: MergedRow; likeness: 'exact' | 'likely'; reasons: readonly string[] };

/** Pairs of records in sight that share a key and are alike by the rule of identity, the surest first. */
export async function duplicatesIn(db: Db, actor: Actor, kind: MergeKind): Promise<DuplicatesAnswer> {
  const table = () =>
    (db as unknown as Kysely<Loose>)
      .selectFrom(kind as string)
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor)(eb))
      .$if(kind === 'lead', (query) => query.where('status', '!=', 'converted'));
  const pairs = new Map<string, Pair>();
  for (const key of keysOf[kind]) {
    const shared = await table()
      .select(key)
      .where(key, 'is not', null)
      .where(key, '!=', '')
      .groupBy(key)
      .having((eb) => eb.fn.countAll(), '>', 1)
      .orderBy(key)
      .limit(mostKeys)
      .execute();
    const keys = shared.map((row) => String((row as Record<string, unknown>)[key]));
    if (keys.length === 0) continue;
    const rows = (await table().selectAll().where(key, 'in', keys).orderBy('id').execute()) as unknown as MergedRow[];
    for (const group of Map.groupBy(rows, (row) => row[key]).values())
      for (const [place, a] of group.slice(0, mostOfKey).entries())
        for (const b of group.slice(place + 1, mostOfKey)) {
          const like = likeness(identityOf(kind, a), identityOf(kind, b));
          if (like.likeness !== 'none') pairs.set(`${a.id} ${b.id}`, { a, b, ...like, likeness: like.likeness });
        }
  }
  const told = [...pairs.values()].sort((x, y) => x.likeness.localeCompare(y.likeness)).slice(0, mostPairs);
  const rows = [...new Map(told.flatMap(({ a, b }) => [a, b]).map((row) => [row.id, row])).values()];
  const view = new Map(
    rows.map((row) => [row.id, { id: row.id, version: row.version, name: row.name, fields: fieldsOf(kind, row) }]),
  );
  return {
    items: told.flatMap(({ a, b, likeness: how, reasons }) => {
      const [one, other] = [view.get(a.id), view.get(b.id)];
      return one && other ? [{ a: one, b: other, likeness: how, reasons: [...reasons] }] : [];
    }),
    hasMore: pairs.size > told.length,
  };
}
