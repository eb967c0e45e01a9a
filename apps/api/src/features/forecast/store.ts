import { toDay } from '@milepost/core/calendar/civil-day';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { Schema } from '../../db/schema.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { ForecastOverrideTable, ForecastSubmissionTable } from '../../db/tables/forecast.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;
type Span = { from: string; to: string };

const inSight = (actor: Actor, by: readonly string[]) => (eb: unknown) =>
  visibleTo(actor, by)(eb as ExpressionBuilder<Loose, string>) as never;

const overrideStore = recordStore({
  table: 'forecast_override',
  sort: { createdAt: 'created_at', from: 'from_day' },
  filter: { scopeKind: 'scope_kind', scopeId: 'scope_id', from: 'from_day', to: 'to_day' },
  search: ['reason'],
});

/** Numbers held against the model. Who leads somebody sees what others who lead them hold; so does whom a number is about. */
export const overrides = {
  ...overrideStore,

  /** Those in sight of a period that are in force, oldest first. */
  ofPeriod: (db: Db, actor: Actor, { from, to }: Span): Promise<ForecastOverrideTable[]> =>
    db
      .selectFrom('forecast_override')
      .selectAll()
      .where('org_id', '=', actor.orgId)
      .where('from_day', '=', from)
      .where('to_day', '=', to)
      .where('archived_at', 'is', null)
      .where(inSight(actor, sightOf.forecast_override))
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
};

const submissionStore = recordStore({
  table: 'forecast_submission',
  sort: { createdAt: 'created_at', from: 'from_day' },
  filter: { scopeKind: 'scope_kind', scopeId: 'scope_id', from: 'from_day', to: 'to_day', personId: 'person_id' },
  search: ['note'],
});

/** Numbers that somebody stands for. They are never changed: another one takes their place. */
export const submissions = {
  ...submissionStore,

  ofPeriod: (db: Db, actor: Actor, { from, to }: Span): Promise<ForecastSubmissionTable[]> =>
    db
      .selectFrom('forecast_submission')
      .selectAll()
      .where('org_id', '=', actor.orgId)
      .where('from_day', '=', from)
      .where('to_day', '=', to)
      .where('archived_at', 'is', null)
      .where(inSight(actor, sightOf.forecast_submission))
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
};

/** An opportunity as a forecast needs it. */
export type ForecastOpportunity = {
  id: string;
  name: string;
  ownerId: string | null;
  stageId: string;
  state: 'open' | 'won' | 'lost';
  probabilityBp: number;
  chosen: 'commit' | 'best' | 'pipeline' | 'omitted' | null;
  amount: number | null;
  currency: string;
  openedOn: string | null;
  createdAt: string;
  expectedCloseOn: string | null;
  closedOn: string | null;
};

/** Opportunities in sight that are open, or were closed since a day or nobody knows when. */
export const opportunitiesSince = (db: Db, actor: Actor, since: string): Promise<ForecastOpportunity[]> =>
  opportunitiesWhere(db, actor, (eb) =>
    eb.or([eb('s.category', '=', 'open'), eb('o.closed_on', 'is', null), eb('o.closed_on', '>=', since)]),
  );

const idsAtOnce = 500;

/** Opportunities in sight by their ids; what is out of sight or gone is left out. */
export async function opportunitiesNamed(db: Db, actor: Actor, ids: readonly string[]): Promise<ForecastOpportunity[]> {
  const found: ForecastOpportunity[] = [];
  for (let at = 0; at < ids.length; at += idsAtOnce)
    found.push(...(await opportunitiesWhere(db, actor, (eb) => eb('o.id', 'in', ids.slice(at, at + idsAtOnce)))));
  return found;
}

type Narrowed = ExpressionBuilder<Schema & { o: Schema['opportunity']; s: Schema['stage'] }, 'o' | 's'>;

async function opportunitiesWhere(
  db: Db,
  actor: Actor,
  narrow: (eb: Narrowed) => Expression<SqlBool>,
): Promise<ForecastOpportunity[]> {
  const rows = await db
    .selectFrom('opportunity as o')
    .innerJoin('stage as s', (join) => join.onRef('s.org_id', '=', 'o.org_id').onRef('s.id', '=', 'o.stage_id'))
    .select([
      'o.id',
      'o.name',
      'o.owner_id',
      'o.stage_id',
      'o.amount_minor',
      'o.currency',
      'o.opened_on',
      'o.created_at',
    ])
    .select(['o.expected_close_on', 'o.closed_on', 'o.forecast_category', 's.category', 's.probability_bp'])
    .where('o.org_id', '=', actor.orgId)
    .where('o.archived_at', 'is', null)
    .where((eb) => narrow(eb as unknown as Narrowed))
    .where(inSight(actor, ['o.owner_id', 'o.backup_id']))
    .orderBy('o.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    ownerId: row.owner_id,
    stageId: row.stage_id,
    state: row.category,
    probabilityBp: row.probability_bp,
    chosen: row.forecast_category,
    amount: row.amount_minor,
    currency: row.currency,
    openedOn: row.opened_on,
    createdAt: row.created_at,
    expectedCloseOn: row.expected_close_on,
    closedOn: row.closed_on,
  }));
}

/** Entries into open stages, by opportunity, in order. Which opportunities are meant, whoever asks has decided. */
export async function openEntries(
  db: Db,
  orgId: string,
): Promise<ReadonlyMap<string, { stage: string; day: number }[]>> {
  const rows = await db
    .selectFrom('stage_entry as e')
    .innerJoin('stage as s', (join) => join.onRef('s.org_id', '=', 'e.org_id').onRef('s.id', '=', 'e.stage_id'))
    .select(['e.opportunity_id', 'e.stage_id', 'e.entered_on'])
    .where('e.org_id', '=', orgId)
    .where('s.category', '=', 'open')
    .orderBy('e.opportunity_id')
    .orderBy('e.at')
    .orderBy('e.id')
    .execute();
  const entries = new Map<string, { stage: string; day: number }[]>();
  for (const row of rows) {
    const own = entries.get(row.opportunity_id) ?? [];
    own.push({ stage: row.stage_id, day: toDay(row.entered_on) });
    entries.set(row.opportunity_id, own);
  }
  return entries;
}
