import { fiscalOf } from '@milepost/contract/calendar';
import type { ForecastQuery } from '@milepost/contract/forecast';
import { earlierOf, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { periodContaining } from '@milepost/core/calendar/fiscal-year';
import { categoryOf, type ForecastCategory } from '@milepost/core/forecast/forecast-category';
import type { PipelineOpportunity } from '@milepost/core/forecast/pipeline-forecast';
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

/** What somebody sold on a day, in the organisation's currency. */
export type Sold = { personId: string | null; day: string; amount: number };

/** A deal with its amount in the organisation's currency, and what it is to the period. */
export type OpportunityHere = ForecastOpportunity & {
  here: number | null;
  isInPeriod: boolean;
  isOverdue: boolean;
  category: ForecastCategory;
};

export type ForecastFacts = {
  from: string;
  to: string;
  asOf: string;
  /** Days of the period that are left. 0 when it is over, and null when it has not begun. */
  horizon: number | null;
  sold: Sold[];
  deals: OpportunityHere[];
  entries: Awaited<ReturnType<typeof openEntries>>;
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
  const sold = sums.map(({ group, period: day, revenue }) => ({ personId: group, day, amount: revenue }));
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
  const busy = new Set(
    [
      ...sold.filter(({ day }) => day >= period.from).map(({ personId }) => personId),
      ...deals.filter(({ isInPeriod }) => isInPeriod).map(({ ownerId }) => ownerId),
    ].filter((id) => id !== null),
  );
  return {
    ...period,
    asOf,
    horizon: period.from > today ? null : Math.max(0, toDay(period.to) - toDay(today)),
    sold,
    deals,
    entries,
    scopes: await scopesBy(db, actor, query.by, { today, busy }),
    whole: wholeScope(actor),
  };
}

/** The open deals of a number that are to close in its period. */
export const openOf = (facts: Pick<ForecastFacts, 'deals'>, scope: ForecastScope, actor: Actor): OpportunityHere[] =>
  facts.deals.filter((deal) => deal.isInPeriod && isOf(scope, deal.ownerId, actor));

/** What a number sold by day. */
export const soldOf = (facts: Pick<ForecastFacts, 'sold'>, scope: ForecastScope, actor: Actor) =>
  facts.sold
    .filter(({ personId }) => isOf(scope, personId, actor))
    .map(({ day, amount }) => ({ day: toDay(day), amount }));

/** The deals of a number with their lives, as hazards are learnt from them. */
export const livesOf = (facts: ForecastFacts, scope: ForecastScope, actor: Actor): PipelineOpportunity[] =>
  facts.deals
    .filter(({ ownerId }) => isOf(scope, ownerId, actor))
    .map((deal) => {
      const createdOn = toDay(deal.openedOn ?? deal.createdAt.slice(0, 10));
      const closedOn = deal.state === 'open' || deal.closedOn === null ? null : toDay(deal.closedOn);
      return {
        id: deal.id,
        createdOn: closedOn === null ? createdOn : Math.min(createdOn, closedOn),
        entries: facts.entries.get(deal.id) ?? [],
        outcome: closedOn === null ? ('open' as const) : deal.state,
        closedOn,
        amount: deal.here,
      };
    });
