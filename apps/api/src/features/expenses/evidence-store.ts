import type { ExpressionBuilder } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

/** Events that touch a stretch of days, and who answers for them. */
export const eventsHeld = (
  db: Db,
  actor: Actor,
  { from, to }: { from: string; to: string },
): Promise<{ id: string; owner_id: string | null; starts_on: string; ends_on: string }[]> =>
  db
    .selectFrom('event')
    .select(['id', 'owner_id', 'starts_on', 'ends_on'])
    .where('org_id', '=', actor.orgId)
    .where('archived_at', 'is', null)
    .where('starts_on', '<=', to)
    .where('ends_on', '>=', from)
    .where((eb) => visibleTo(actor, sightOf.event)(eb as unknown as ExpressionBuilder<Loose, string>))
    .execute();

/** Visits and meetings in sight that took place between two days: who was with customers when. */
export const contactsMade = (
  db: Db,
  actor: Actor,
  { from, to }: { from: string; to: string },
): Promise<{ id: string; person_id: string; on_day: string }[]> =>
  db
    .selectFrom('activity')
    .select(['id', 'person_id', 'on_day'])
    .where('org_id', '=', actor.orgId)
    .where('archived_at', 'is', null)
    .where('kind', 'in', ['visit', 'meeting'])
    .where('is_done', '=', 1)
    .where('on_day', '>=', from)
    .where('on_day', '<=', to)
    .where((eb) => visibleTo(actor, sightOf.activity)(eb as unknown as ExpressionBuilder<Loose, string>))
    .execute();
