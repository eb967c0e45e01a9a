import type { MovementQuery } from '@milepost/contract/forecast';
import { earlierOf, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { type Movement, pipelineMovement, type SnapshotOpportunity } from '@milepost/core/forecast/pipeline-movement';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { homeAmounts, periodOf, standsIn } from './forecast-facts.ts';
import { type ForecastScope, isOf, scopesBy, wholeScope } from './forecast-scopes.ts';
import { snapshots } from './snapshot-store.ts';
import { opportunitiesSince } from './store.ts';

const snapshotsShown = 26;

export type MovementFacts = {
  from: string;
  to: string;
  asOf: string;
  since: string | null;
  days: string[];
  movement: Movement;
  before: SnapshotOpportunity[];
  after: SnapshotOpportunity[];
  /** Names of the deals that are in sight now. */
  names: ReadonlyMap<string, string>;
};

/** @throws Failure `not-found` where there is no such number */
async function scopeOf(
  db: Db,
  actor: Actor,
  today: string,
  { scopeKind, scopeId }: Pick<MovementQuery, 'scopeKind' | 'scopeId'>,
): Promise<ForecastScope> {
  const whole = wholeScope(actor);
  if (scopeKind === undefined) return whole;
  const busy = new Set(scopeKind === 'person' ? [scopeId] : []);
  const all = [whole, ...(await scopesBy(db, actor, scopeKind === 'team' ? 'team' : 'rep', { today, busy }))];
  const scope = all.find((one) => one.scopeKind === scopeKind && one.scopeId === scopeId);
  if (!scope) throw new Failure('not-found');
  return scope;
}

/**
 * The pipeline of a period as it stood in a snapshot and as it stands now. Amounts in other currencies are taken at the rates of today on
 * both sides: what a rate does moves no deal. @throws Failure `not-found`, `missing-rate`
 */
export async function movementFacts(db: Db, actor: Actor, today: string, query: MovementQuery): Promise<MovementFacts> {
  const period = periodOf(actor, today, query);
  const scope = await scopeOf(db, actor, today, query);
  const days = await snapshots.days(db, actor.orgId, snapshotsShown);
  const weekAgo = toIso(toDay(today) - 6);
  const usual = days.find((day) => day <= weekAgo) ?? days.find((day) => day < today) ?? null;
  const since = query.since ?? usual;
  if (query.since !== undefined && !days.includes(query.since)) throw new Failure('not-found');
  const homeOf = await homeAmounts(db, actor, today);
  const found = await opportunitiesSince(db, actor, '0001-01-01');
  const asOf = earlierOf(today, period.to);
  const after = found
    .filter(({ ownerId }) => isOf(scope, ownerId, actor))
    .map(
      (deal): SnapshotOpportunity => ({
        id: deal.id,
        state: deal.state,
        amount: homeOf(deal.amount, deal.currency),
        isInPeriod: standsIn(period, deal.expectedCloseOn, asOf).isInPeriod,
      }),
    );
  const taken = since === null ? [] : await snapshots.of(db, actor, since);
  const before = taken
    .filter(({ owner_id }) => isOf(scope, owner_id, actor))
    .map(
      (row): SnapshotOpportunity => ({
        id: row.opportunity_id,
        state: row.state,
        amount: homeOf(row.amount_minor, row.currency),
        isInPeriod: standsIn(period, row.expected_close_on, since ?? asOf).isInPeriod,
      }),
    );
  // What was closed before the weeks that a snapshot holds cannot have moved the pipeline since.
  const known = new Set(before.map(({ id }) => id));
  const createdAfter = new Map(found.map(({ id, createdAt }) => [id, createdAt.slice(0, 10)]));
  const isNew = (id: string): boolean => since !== null && (createdAfter.get(id) ?? '') > since;
  const compared = after.filter(({ id, state }) => state === 'open' || known.has(id));
  return {
    ...period,
    asOf,
    since,
    days,
    movement: pipelineMovement(since === null ? compared : before, compared, isNew),
    before,
    after: compared,
    names: new Map(found.map(({ id, name }) => [id, name])),
  };
}
