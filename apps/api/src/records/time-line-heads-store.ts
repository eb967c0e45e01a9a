import type { TimeLinePart } from '@milepost/contract/time-line';
import { type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { Actor } from '../auth/actor.ts';
import { readCursor } from '../db/cursor.ts';
import type { Db } from '../db/open.ts';
import { sightOf } from '../db/sight-store.ts';
import { visibleTo } from '../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;
type Eb = ExpressionBuilder<Loose, string>;

export const sources = [
  'activity',
  'stage',
  'invoice',
  'receipt',
  'file',
  'issue',
  'status',
  'tier',
  'change',
] as const;
export type Source = (typeof sources)[number];
/** Where something stands on the line, before it is read whole. */
export type Head = { kind: Source; id: string; at: string };

const kindsOfActivity = ['visit', 'call', 'email', 'meeting', 'note'] as const;
type KindOfActivity = (typeof kindsOfActivity)[number];

/** Which parts let a source speak; activities also by their kind. */
const partOf: Readonly<Record<Exclude<Source, 'activity'>, TimeLinePart>> = {
  stage: 'deal',
  invoice: 'cash',
  receipt: 'cash',
  file: 'file',
  issue: 'issue',
  status: 'standing',
  tier: 'standing',
  change: 'change',
};

/** The instant of writing moved to the day that a row is about, so that the line is in the order of days. */
const onDay = (day: string, written: string) => sql<string>`${sql.ref(day)} || substr(${sql.ref(written)}, 11)`;

type Asked = {
  accountIds: readonly string[];
  parts: readonly TimeLinePart[] | undefined;
  after?: string;
  limit: number;
};
type Selected = { at: ReturnType<typeof sql<string>>; table: string; where: (eb: Eb) => ReturnType<Eb['and']> };

/** Rows of each source that belong to these accounts and are in sight, by where they stand on the line. */
function selectedOf(actor: Actor, source: Source, { accountIds, parts }: Asked): Selected {
  const sees = (eb: Eb, kind: keyof typeof sightOf) => visibleTo(actor, sightOf[kind])(eb);
  const ofAccount = (eb: Eb) => eb('account_id', 'in', [...accountIds]);
  const stands = (eb: Eb) => eb('archived_at', 'is', null);
  const idsOf = (eb: Eb, kind: 'contact' | 'opportunity' | 'activity' | 'lead') =>
    eb
      .selectFrom(kind)
      .select('id')
      .where('org_id', '=', actor.orgId)
      .where((one) => one.and([ofAccount(one as Eb), sees(one as Eb, kind)]));
  switch (source) {
    case 'activity': {
      const kinds = parts?.filter((part): part is KindOfActivity => kindsOfActivity.some((kind) => kind === part));
      const narrowed = (eb: Eb) =>
        eb.or([
          ...(kinds && kinds.length > 0 ? [eb('kind', 'in', kinds)] : []),
          ...(parts?.includes('need') ? [eb('need_change', 'is not', null)] : []),
        ]);
      return {
        table: 'activity',
        at: onDay('on_day', 'created_at'),
        where: (eb) =>
          eb.and([ofAccount(eb), stands(eb), sees(eb, 'activity'), ...(parts === undefined ? [] : [narrowed(eb)])]),
      };
    }
    case 'stage':
      return {
        table: 'stage_entry',
        at: sql<string>`at`,
        where: (eb) => eb.and([eb('opportunity_id', 'in', idsOf(eb, 'opportunity'))]),
      };
    case 'invoice':
    case 'receipt':
      return {
        table: source,
        at: onDay(source === 'invoice' ? 'issued_on' : 'day', 'created_at'),
        where: (eb) => eb.and([ofAccount(eb), stands(eb), sees(eb, source)]),
      };
    case 'file':
      return {
        table: 'attachment',
        at: sql<string>`created_at`,
        where: (eb) =>
          eb.and([
            eb('removed_at', 'is', null),
            eb.or([
              eb.and([eb('record_kind', '=', 'account'), eb('record_id', 'in', [...accountIds])]),
              // Files of an activity are told with it.
              ...(['contact', 'opportunity', 'lead'] as const).map((kind) =>
                eb.and([eb('record_kind', '=', kind), eb('record_id', 'in', idsOf(eb, kind))]),
              ),
            ]),
          ]),
      };
    case 'issue':
      return {
        table: 'issue',
        at: sql<string>`created_at`,
        where: (eb) => eb.and([ofAccount(eb), stands(eb), sees(eb, 'issue')]),
      };
    case 'status':
    case 'tier':
      return {
        table: `${source}_entry`,
        at: onDay(source === 'status' ? 'entered_on' : 'on_day', 'at'),
        where: (eb) => eb.and([ofAccount(eb)]),
      };
    case 'change':
      return {
        table: 'change',
        at: sql<string>`at`,
        where: (eb) =>
          eb.and([
            ofAccount(eb),
            eb.or([eb('subject', 'in', ['account', 'contact', 'activity']), visibleTo(actor)(eb)]),
            ...alreadyTold.map(([subject, action]) =>
              eb.or([eb('subject', '!=', subject), ...(action === null ? [] : [eb('action', '!=', action)])]),
            ),
          ]),
      };
  }
}

/** Changes whose deed stands on the line by itself. */
const alreadyTold: readonly (readonly [subject: string, action: string | null])[] = [
  ['activity', null],
  ['attachment', 'created'],
  ['invoice', 'created'],
  ['receipt', 'created'],
  ['issue', null],
];

const isWanted = (source: Source, parts: Asked['parts']): boolean =>
  parts === undefined ||
  (source === 'activity'
    ? parts.some((part) => part === 'need' || kindsOfActivity.some((kind) => kind === part))
    : parts.includes(partOf[source]));

/** What stands on the line of accounts, the newest first: one more than is asked for, where there is more. */
export async function headsOf(db: Db, actor: Actor, asked: Asked): Promise<Head[]> {
  const { key, id } = asked.after === undefined ? { key: undefined, id: '' } : readCursor(asked.after);
  const [idAfter = '', kindAfter = ''] = id.split(' ');
  const heads: Head[] = [];
  for (const source of sources.filter((one) => isWanted(one, asked.parts))) {
    const { table, at, where } = selectedOf(actor, source, asked);
    const rows = await (db as unknown as Kysely<Loose>)
      .selectFrom(table)
      .select(['id', at.as('told_at')])
      .where('org_id', '=', actor.orgId)
      .where((eb) => where(eb as Eb) as never)
      .$if(key !== undefined, (query) =>
        // A step and the change that tells of it share instant and id: then the kind decides.
        query.where(
          source < kindAfter
            ? sql<SqlBool>`(${at} < ${key} or (${at} = ${key} and id <= ${idAfter}))`
            : sql<SqlBool>`(${at} < ${key} or (${at} = ${key} and id < ${idAfter}))`,
        ),
      )
      .orderBy(at, 'desc')
      .orderBy('id', 'desc')
      .limit(asked.limit + 1)
      .execute();
    for (const row of rows as { id: string; told_at: string }[])
      heads.push({ kind: source, id: row.id, at: row.told_at });
  }
  // By the signs, as both databases order them: not by the rules of a language.
  const placeOf = ({ at, id: own, kind }: Head) => `${at} ${own} ${kind}`;
  const byPlace = (a: Head, b: Head) => (placeOf(a) < placeOf(b) ? 1 : -1);
  return heads.sort(byPlace).slice(0, asked.limit + 1);
}

/** An account, and those that were merged into it: what happened there belongs to its line too. */
export const mergedInto = async (db: Db, orgId: string, accountId: string): Promise<string[]> => [
  accountId,
  ...(
    await db
      .selectFrom('account')
      .select('id')
      .where('org_id', '=', orgId)
      .where('merged_into_id', '=', accountId)
      .execute()
  ).map(({ id }) => id),
];
