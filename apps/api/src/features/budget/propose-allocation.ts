import type { AllocationView } from '@milepost/contract/budget';
import { allocate } from '@milepost/core/budget/allocate';
import { fitCurve, leastPeriods, type SpendResult } from '@milepost/core/budget/fit-curve';
import { type Curve, responseAt } from '@milepost/core/budget/response';
import { burnOf } from '@milepost/core/expenses/decide';
import { currencyExponent } from '@milepost/core/money/currency';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { BudgetLineTable } from '../../db/tables/spend.ts';
import { type BurnFacts, burnFacts, yearAsked } from './burn-facts.ts';
import { resultsOfLine } from './store.ts';

/** Slopes are uncertain: no campaign changes by more than a fifth at once. */
const most = 0.2;

/** Months of a year in which a campaign's approved spend and its counted results are both known. */
function pointsOf({ lines, claims, months }: BurnFacts, campaign: string): SpendResult[] {
  const counted = lines.filter(({ campaign_key }) => campaign_key === campaign).map(resultsOfLine);
  return months.flatMap(({ from, to }, month) => {
    const known = counted.flatMap((results) => results[month] ?? []);
    const spend = claims
      .filter(
        ({ campaign_key, day, status }) =>
          campaign_key === campaign && from <= day && day <= to && burnOf(status) === 'approved',
      )
      .reduce((sum, { amount_minor }) => sum + amount_minor, 0);
    return known.length > 0 && spend > 0 ? [{ spend, result: known.reduce((sum, count) => sum + count, 0) }] : [];
  });
}

type Campaign = { campaign: string; currentMinor: number; months: number; curve: Curve | null };

function campaignsOf(year: BurnFacts, before: BurnFacts): Campaign[] {
  const named = Map.groupBy(
    year.lines.filter((line) => line.campaign_key !== null),
    ({ campaign_key }) => campaign_key as string,
  );
  return [...named].map(([key, lines]) => {
    const points = [...pointsOf(before, key), ...pointsOf(year, key)];
    const fitted = fitCurve(points);
    const total = lines.reduce((sum, { total_minor }) => sum + total_minor, 0);
    return {
      campaign: (lines[0] as BudgetLineTable).campaign ?? key,
      currentMinor: Math.round(total / 12),
      months: points.length,
      curve: fitted.status === 'ok' ? fitted.curve : null,
    };
  });
}

/**
 * A month's budget of all campaigns in sight, shared out by equal marginal return on the curves that this year and the one before show.
 * A campaign of which too little is known keeps what it has; with fewer than two known ones there is nothing to propose.
 */
export async function proposeAllocation(
  db: Db,
  actor: Actor,
  today: string,
  fiscalYear: number | undefined,
): Promise<AllocationView> {
  const asked = yearAsked(actor, today, fiscalYear);
  const [year, before] = await Promise.all([burnFacts(db, actor, asked), burnFacts(db, actor, asked - 1)]);
  const campaigns = campaignsOf(year, before);
  const monthMinor = campaigns.reduce((sum, { currentMinor }) => sum + currentMinor, 0);
  const isEnough = campaigns.filter(({ curve, currentMinor }) => curve !== null && currentMinor > 0).length >= 2;
  const found = isEnough
    ? allocate(
        campaigns.map(({ curve, currentMinor }) =>
          curve === null
            ? { curve, low: currentMinor }
            : { curve, low: Math.ceil(currentMinor * (1 - most)), high: Math.floor(currentMinor * (1 + most)) },
        ),
        monthMinor,
      )
    : null;
  const proposed = found?.status === 'ok' ? found : null;
  return {
    fiscalYear: asked,
    currency: actor.organisation.currency,
    status: campaigns.length === 0 ? 'noCampaigns' : proposed ? 'ok' : 'insufficientData',
    leastMonths: leastPeriods,
    monthMinor,
    marginalResults: proposed && proposed.marginal * 10 ** currencyExponent(actor.organisation.currency),
    rows: campaigns.map(({ campaign, currentMinor, months, curve }, at) => {
      const proposedMinor = proposed?.spend[at] ?? null;
      return {
        campaign,
        currentMinor,
        proposedMinor,
        months,
        currentResults: curve && responseAt(curve, currentMinor),
        proposedResults: curve && proposedMinor !== null ? responseAt(curve, proposedMinor) : null,
      };
    }),
  };
}
