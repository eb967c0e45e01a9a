import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import { visibleTo } from '../../db/visible-to.ts';
import type { Item } from './item-measure.ts';
import { placesOf } from './places-store.ts';

type Loose = Record<string, Record<string, unknown>>;

/** A visit that was made, where in the market it was, and whether the asker sees it. */
export type MadeVisit = { id: string; day: string; segment: string | null; region: string | null };

const made = (db: Db, actor: Actor, { kinds, to }: { kinds: readonly string[]; to: string }) =>
  (db as unknown as Kysely<Loose>)
    .selectFrom('activity as v')
    .leftJoin('account as a', (join) => join.onRef('a.org_id', '=', 'v.org_id').onRef('a.id', '=', 'v.account_id'))
    .where('v.org_id', '=', actor.orgId)
    .where('v.is_done', '=', 1)
    .where('v.archived_at', 'is', null)
    .where('v.kind', 'in', [...kinds])
    .where('v.on_day', '<=', to);

const unless = (text: string | null | undefined): string | null => (text === undefined || text === '' ? null : text);

export const visitRows = {
  /** Every visit that was made up to a day, whoever made it: only then is it known which was the first. */
  async all(db: Db, actor: Actor, until: { kinds: readonly string[]; to: string }): Promise<MadeVisit[]> {
    const rows = (await made(db, actor, until)
      .select(['v.id as id', 'v.on_day as day', 'a.segment as segment', 'a.region as region'])
      .execute()) as unknown as MadeVisit[];
    return rows.map((row) => ({ ...row, segment: unless(row.segment), region: unless(row.region) }));
  },

  /** The visits in sight that were made between two days; with `ids` only those. */
  async inSight(
    db: Db,
    actor: Actor,
    { kinds, from, to }: { kinds: readonly string[]; from: string; to: string },
    ids?: ReadonlySet<string>,
  ): Promise<Item[]> {
    const rows = (await made(db, actor, { kinds, to })
      .select(['v.id as id', 'v.on_day as day', 'v.subject as subject', 'v.person_id as person'])
      .select(['v.account_id as account', 'a.segment as segment', 'a.region as region'])
      .where('v.on_day', '>=', from)
      .where((eb: ExpressionBuilder<Loose, string>) =>
        visibleTo(
          actor,
          sightOf.activity.map((column) => `v.${column}`),
        )(eb),
      )
      .orderBy('v.on_day')
      .orderBy('v.id')
      .execute()) as unknown as Record<string, string | null>[];
    const counted = rows.filter((row) => ids === undefined || ids.has(row['id'] ?? ''));
    const places = await placesOf(db, actor);
    const names = await namesOf(db, actor, { account: counted.map((row) => row['account'] ?? null) });
    return counted.map((row) => ({
      kind: 'activity',
      id: row['id'] ?? '',
      day: row['day'] ?? '',
      label: [names.account.get(row['account'] ?? ''), row['subject']].filter(Boolean).join(' · '),
      at: {
        ...places(row['person'] ?? null),
        account: row['account'] ?? null,
        segment: unless(row['segment']),
        region: unless(row['region']),
      },
    }));
  },
};
