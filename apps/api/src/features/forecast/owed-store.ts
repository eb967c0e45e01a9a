import { forecastPeriods } from '@milepost/contract/forecast';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { submissionDue } from '@milepost/core/forecast/submission-due';
import { movedSince, type SubmittedOpportunity } from '@milepost/core/forecast/submitted-number';
import type { ExpressionBuilder } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { visibleTo } from '../../db/visible-to.ts';
import { periodOf } from './forecast-facts.ts';
import { opportunitiesNamed, submissions } from './store.ts';
import { asSubmitted } from './views.ts';

type Loose = Record<string, Record<string, unknown>>;

/** A number that somebody owes of the period under way. `dueOn` is null for one that went stale: it was said in time. */
export type OwedForecast = { kind: 'due' | 'stale'; from: string; to: string; dueOn: string | null };

/** The kind of period of which the organisation last said a number; null where it never did: then nobody is asked for one. */
async function periodInUse(db: Db, actor: Actor, today: string) {
  const last = await db
    .selectFrom('forecast_submission')
    .select(['from_day', 'to_day'])
    .where('org_id', '=', actor.orgId)
    .where('archived_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const isThat = (period: (typeof forecastPeriods)[number]): boolean =>
    last !== undefined && periodOf(actor, today, { period, on: last.from_day }).to === last.to_day;
  const period = forecastPeriods.find(isThat);
  return period === undefined ? null : periodOf(actor, today, { period });
}

/** Open deals that are to close by a day: of one person, or of all whom the actor leads. What is late counts as closing now. */
async function openBy(db: Db, actor: Actor, to: string, ownerId: string | null): Promise<number> {
  const counted = await db
    .selectFrom('opportunity as o')
    .innerJoin('stage as s', (join) => join.onRef('s.org_id', '=', 'o.org_id').onRef('s.id', '=', 'o.stage_id'))
    .select((eb) => eb.fn.countAll().as('n'))
    .where('o.org_id', '=', actor.orgId)
    .where('o.archived_at', 'is', null)
    .where('s.category', '=', 'open')
    .where('o.expected_close_on', '<=', to)
    .where((eb) => visibleTo(actor, ['o.owner_id'])(eb as unknown as ExpressionBuilder<Loose, string>) as never)
    .$if(ownerId !== null, (query) => query.where('o.owner_id', '=', ownerId))
    .executeTakeFirst();
  return Number(counted?.n ?? 0);
}

/**
 * The number that somebody owes on a day: reps of themselves, managers of those whom they lead. What a manager leads is asked with their
 * own sight, so theirs stands in their own day only.
 */
export async function owedForecast(
  db: Db,
  actor: Actor,
  { personId, day }: { personId: string; day: string },
): Promise<OwedForecast | null> {
  const period = await periodInUse(db, actor, day);
  if (period === null) return null;
  const person = await db
    .selectFrom('person')
    .select('role')
    .where('org_id', '=', actor.orgId)
    .where('id', '=', personId)
    .executeTakeFirst();
  const isLed = person?.role === 'manager';
  if (isLed ? actor.personId !== personId : person?.role !== 'rep') return null;
  const said = (await submissions.ofPeriod(db, actor, period)).findLast(
    (row) => row.person_id === personId && (row.scope_kind === 'person') !== isLed,
  );
  const deals = said ? fromJson<SubmittedOpportunity[]>(said.deals) : [];
  const now = await opportunitiesNamed(
    db,
    actor,
    deals.map(({ id }) => id),
  );
  const owed = submissionDue({
    from: toDay(period.from),
    to: toDay(period.to),
    today: toDay(day),
    openDeals: said ? 0 : await openBy(db, actor, period.to, isLed ? null : personId),
    movedDeals: said ? movedSince(deals, now.map(asSubmitted)).length : null,
  });
  return owed && { kind: owed.kind, ...period, dueOn: owed.kind === 'due' ? toIso(owed.dueOn) : null };
}
