import type { ExpressionBuilder } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;
type Span = { from: string; to: string };
type Found = { id: string; name: string; day: string };

const seen = (actor: Actor, by: readonly string[]) => (eb: unknown) =>
  visibleTo(actor, by)(eb as ExpressionBuilder<Loose, string>);

/** What spend brought: leads, visits and won deals in sight, of the days between two. */
export const results = {
  /** @param instants the first instant of the span, and the first after it */
  async leads(db: Db, actor: Actor, instants: Span): Promise<Found[]> {
    const rows = await db
      .selectFrom('lead')
      .select(['id', 'name', 'created_at'])
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where('created_at', '>=', instants.from)
      .where('created_at', '<', instants.to)
      .where(seen(actor, sightOf.lead))
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(({ id, name, created_at }) => ({ id, name, day: created_at.slice(0, 10) }));
  },

  async visits(db: Db, actor: Actor, { from, to }: Span): Promise<Found[]> {
    const rows = await db
      .selectFrom('activity')
      .select(['id', 'subject', 'on_day'])
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where('kind', '=', 'visit')
      .where('is_done', '=', 1)
      .where('on_day', '>=', from)
      .where('on_day', '<=', to)
      .where(seen(actor, sightOf.activity))
      .orderBy('on_day')
      .orderBy('id')
      .execute();
    return rows.map(({ id, subject, on_day }) => ({ id, name: subject, day: on_day }));
  },

  async wonDeals(db: Db, actor: Actor, { from, to }: Span): Promise<Found[]> {
    const won = db.selectFrom('stage').select('id').where('org_id', '=', actor.orgId).where('category', '=', 'won');
    const rows = await db
      .selectFrom('opportunity')
      .select(['id', 'name', 'closed_on'])
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where('stage_id', 'in', won)
      .where('closed_on', '>=', from)
      .where('closed_on', '<=', to)
      .where(seen(actor, sightOf.opportunity))
      .orderBy('closed_on')
      .orderBy('id')
      .execute();
    return rows.map(({ id, name, closed_on }) => ({ id, name, day: closed_on ?? '' }));
  },
};
