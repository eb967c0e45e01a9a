import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { ActivityTable } from '../../db/tables/records.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;
type Span = { from: string; to: string };

export type Learnt = Pick<
  ActivityTable,
  'id' | 'subject' | 'account_id' | 'on_day' | 'outcome' | 'objection' | 'talk_track_id' | 'need_change'
>;
export type ClosedOpportunity = { id: string; name: string; category: 'won' | 'lost'; lost_reason: string | null };

/** What the review of some weeks reads. */
export const review = {
  /** Activities in sight that were done between two days. */
  activities: async (db: Db, actor: Actor, { from, to }: Span): Promise<Learnt[]> =>
    (await (db as unknown as Kysely<Loose>)
      .selectFrom('activity')
      .select(['id', 'subject', 'account_id', 'on_day', 'outcome', 'objection', 'talk_track_id', 'need_change'])
      .where('org_id', '=', actor.orgId)
      .where('is_done', '=', 1)
      .where('archived_at', 'is', null)
      .where('on_day', '>=', from)
      .where('on_day', '<=', to)
      .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, sightOf.activity)(eb))
      .orderBy('on_day')
      .orderBy('id')
      .execute()) as unknown as Learnt[],

  /** Deals in sight that were closed between two days. */
  closed: async (db: Db, actor: Actor, { from, to }: Span): Promise<ClosedOpportunity[]> =>
    (await (db as unknown as Kysely<Loose>)
      .selectFrom('opportunity as o')
      .innerJoin('stage as s', (join) => join.onRef('s.org_id', '=', 'o.org_id').onRef('s.id', '=', 'o.stage_id'))
      .select(['o.id as id', 'o.name as name', 's.category as category', 'o.lost_reason as lost_reason'])
      .where('o.org_id', '=', actor.orgId)
      .where('o.archived_at', 'is', null)
      .where('o.closed_on', '>=', from)
      .where('o.closed_on', '<=', to)
      .where('s.category', 'in', ['won', 'lost'])
      .where((eb: ExpressionBuilder<Loose, string>) =>
        visibleTo(
          actor,
          sightOf.opportunity.map((column) => `o.${column}`),
        )(eb),
      )
      .orderBy('o.id')
      .execute()) as unknown as ClosedOpportunity[],
};
