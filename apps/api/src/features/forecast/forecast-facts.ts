import { fiscalOf } from '@milepost/contract/calendar';
import type { ForecastQuery } from '@milepost/contract/forecast';
import { earlierOf, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { periodContaining } from '@milepost/core/calendar/fiscal-year';
import { categoryOf, type ForecastCategory } from '@milepost/core/forecast/forecast-category';
import type { PipelineOpportunity } from '@milepost/core/forecast/pipeline-forecast';
import type { DaySale } from '@milepost/core/forecast/sales-history';
import { convertAt } from '@milepost/core/money/rate';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { missingRates, periodSums } from '../figures/store.ts';
import { latestRates } from '../money/store.ts';
import { type ForecastScope, isOf, scopesBy, wholeScope } from './forecast-scopes.ts';
import { type ForecastOpportunity, openEntries, opportunitiesSince } from './store.ts';

/** Forecasts look back so far. */
const yearsBack = 4;

/** A deal with its amount in the organisation's currency, and what it is to the period. */
export type OpportunityHere = ForecastOpportunity & {
  here: number | null;
  isInPeriod: boolean;
  isOverdue: boolean;
  category: ForecastCategory;
};

/** What is somebody's: days on which they sold in the organisation's currency, deals, and the lives of these, as hazards are learnt. */
type Owned = { sold: DaySale[]; deals: OpportunityHere[]; lives: PipelineOpportunity[] };

export type ForecastFacts = {
  from: string;
  to: string;
  asOf: string;
  /** Days of the period that are left. 0 when it is over, and null when it has not begun. */
  horizon: number | null;
  deals: OpportunityHere[];
  /** By owner, once for all numbers; null is what nobody owns. */
  owned: ReadonlyMap<string | null, Owned>;
  scopes: ForecastScope[];
  whole: ForecastScope;
};

/** The period that a question is about. */
export function periodOf(actor: Actor, today: string, { period, on }: Pick<ForecastQuery, 'period' | 'on'>) {
  const { first, last } = periodContaining(toDay(on ?? today), period, fiscalOf(actor.organisation));
  return { from: toIso(first), to: toIso(last) };
}

/** An open deal counts on the day on which it is expected; one that is late counts as closing now. */
export function standsIn(
  { from, to }: { from: string; to: string },
  expectedCloseOn: string | null,
  on: string,
): { isInPeriod: boolean; isOverdue: boolean } {
  if (expectedCloseOn === null) return { isInPeriod: false, isOverdue: false };
  const isOverdue = expectedCloseOn < on;
  const day = isOverdue ? on : expectedCloseOn;
  return { isInPeriod: day >= from && day <= to, isOverdue };
}

/** Amounts of deals in the organisation's currency, at the rates last known by a day. @throws Failure `missing-rate` */
export async function homeAmounts(db: Db, actor: Actor, day: string) {
  const home = actor.organisation.currency;
  const rates = await latestRates(db, actor.orgId, day);
  return (amount: number | null, currency: string): number | null => {
    if (amount === null || currency === home) return amount;
    const rate = rates.get(currency)?.rate;
    if (rate === undefined) throw missingRate([{ currency, day }]);
    return convertAt(amount, rate, { from: currency, to: home });
  };
}

const missingRate = (missing: readonly { currency: string; day: string }[]): Failure =>
  new Failure('missing-rate', {
    issues: missing.slice(0, 100).map(({ currency, day }) => ({
      path: `/rates/${currency}/${day}`,
      code: 'missing',
      message: `no rate of ${currency} on ${day}`,
      value: day,
    })),
  });

/**
 * Everything that a forecast is computed from, of what is in the actor's sight: sales by person and day, deals with their ways, and whose
 * numbers there are. @throws Failure `missing-rate`
 */
export async function forecastFacts(db: Db, actor: Actor, today: string, query: ForecastQuery): Promise<ForecastFacts> {
  const period = periodOf(actor, today, query);
  const asOf = earlierOf(today, period.to);
  const since = `${Number(today.slice(0, 4)) - yearsBack}${today.slice(4, 7)}-01`;
  const selection = { from: since, to: asOf, by: 'rep' as const };
  const [missing, sums, found, entries, homeOf] = await Promise.all([
    missingRates(db, actor, selection),
    periodSums(db, actor, selection, 'day'),
    opportunitiesSince(db, actor, since),
    openEntries(db, actor.orgId),
    homeAmounts(db, actor, asOf),
  ]);
  if (missing.length > 0) throw missingRate(missing);
  const deals = found.map(
    (deal): OpportunityHere => ({
      ...deal,
      here: homeOf(deal.amount, deal.currency),
      category: categoryOf(deal.probabilityBp, deal.chosen),
      ...(deal.state === 'open'
        ? standsIn(period, deal.expectedCloseOn, today)
        : { isInPeriod: false, isOverdue: false }),
    }),
  );
  const owned = ownedBy(sums, deals, entries);
  const from = toDay(period.from);
  const isBusy = ({ sold, deals: own }: Owned): boolean =>
    sold.some(({ day }) => day >= from) || own.some(({ isInPeriod }) => isInPeriod);
  const busy = new Set([...owned].flatMap(([id, one]) => (id !== null && isBusy(one) ? [id] : [])));
  return {
    ...period,
    asOf,
    horizon: period.from > today ? null : Math.max(0, toDay(period.to) - toDay(today)),
    deals,
    owned,
    scopes: await scopesBy(db, actor, query.by, { today, busy }),
    whole: wholeScope(actor),
  };
}

function ownedBy(
  sums: Awaited<ReturnType<typeof periodSums>>,
  deals: readonly OpportunityHere[],
  entries: Awaited<ReturnType<typeof openEntries>>,
): Map<string | null, Owned> {
  const owned = new Map<string | null, Owned>();
  const of = (id: string | null): Owned => {
    const known = owned.get(id) ?? { sold: [], deals: [], lives: [] };
    owned.set(id, known);
    return known;
  };
  for (const { group, period, revenue } of sums) of(group).sold.push({ day: toDay(period), amount: revenue });
  for (const deal of deals) {
    const own = of(deal.ownerId);
    own.deals.push(deal);
    own.lives.push(lifeOf(deal, entries.get(deal.id) ?? []));
  }
  return owned;
}

function lifeOf(deal: OpportunityHere, entries: PipelineOpportunity['entries']): PipelineOpportunity {
  const createdOn = toDay(deal.openedOn ?? deal.createdAt.slice(0, 10));
  const closedOn = deal.state === 'open' || deal.closedOn === null ? null : toDay(deal.closedOn);
  return {
    id: deal.id,
    createdOn: closedOn === null ? createdOn : Math.min(createdOn, closedOn),
    entries: entries ?? [],
    outcome: closedOn === null ? 'open' : deal.state,
    closedOn,
    amount: deal.here,
  };
}

const ownedIn = (facts: Pick<ForecastFacts, 'owned'>, scope: ForecastScope, actor: Actor): Owned[] =>
  [...facts.owned].flatMap(([id, one]) => (isOf(scope, id, actor) ? [one] : []));

/** The open deals of a number that are to close in its period. */
export const openOf = (facts: ForecastFacts, scope: ForecastScope, actor: Actor): OpportunityHere[] =>
  ownedIn(facts, scope, actor).flatMap(({ deals }) => deals.filter(({ isInPeriod }) => isInPeriod));

/** What a number sold by day. */
export const soldOf = (facts: ForecastFacts, scope: ForecastScope, actor: Actor): DaySale[] =>
  ownedIn(facts, scope, actor).flatMap(({ sold }) => sold);

/** The deals of a number with their lives, as hazards are learnt from them. */
export const livesOf = (facts: ForecastFacts, scope: ForecastScope, actor: Actor): PipelineOpportunity[] =>
  ownedIn(facts, scope, actor).flatMap(({ lives }) => lives);
