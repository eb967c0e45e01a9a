import type { AllocationView, AllocationWhyQuery } from '@milepost/contract/budget';
import type { ExplainedView } from '@milepost/contract/explain';
import { allocate } from '@milepost/core/budget/allocate';
import { curveWhy, marginalWhy, proposedWhy, responseWhy } from '@milepost/core/budget/allocation-why';
import { leastPeriods } from '@milepost/core/budget/fit-curve';
import { derive, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { foldName } from '@milepost/core/identity/fold-name';
import { currencyExponent } from '@milepost/core/money/currency';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { burnFacts, yearAsked } from './burn-facts.ts';
import { type Campaign, campaignsOf } from './campaigns.ts';

/** Slopes are uncertain: no campaign changes by more than a fifth at once. */
const most = 0.2;

const one = stored('allocation', 'one', 1, 'ratio');
type Proposal = { marginal: number; units: number; proposed: number };
type Figure = AllocationWhyQuery['figure'];

/** How the figures of a campaign come about; null where its curve, or the whole proposal, is not known. */
function figuresOf(
  { campaign, current, seen, curve }: Campaign,
  proposal: Proposal | null,
): Record<Figure, Why | null> {
  const months = derive(
    'count',
    { rule: 'budget.months-known', unit: 'count' },
    seen.map(({ spend }) => spend),
  );
  const none = { currentResults: null, proposedResults: null, nextResults: null };
  if (curve === null) return { current, months, proposed: proposal && current, ...none };
  const drawn = curveWhy(seen, stored('allocation-rate', campaign, curve.rate, 'ratio', campaign), one);
  const results = (rule: string, spend: Why) => responseWhy({ rule, unit: 'count' }, drawn, spend, one);
  const known = { current, months, currentResults: results('budget.results-now', current) };
  if (!proposal) return { ...known, proposed: null, proposedResults: null, nextResults: null };
  const bound = (op: 'ceil' | 'floor', rule: string, name: string, share: number) =>
    derive(op, { rule, unit: 'money' }, [
      derive('product', { rule, unit: 'money' }, [current, stored('allocation', name, share, 'ratio')]),
    ]);
  const rounding = (whole: number) =>
    stored('allocation-rounding', campaign, proposal.proposed - whole, 'money', campaign);
  const heading = { rule: 'budget.proposed', unit: 'money' } as const;
  const proposed =
    proposal.marginal > 0
      ? proposedWhy(heading, drawn, {
          price: stored('allocation', 'price', proposal.marginal, 'ratio'),
          low: bound('ceil', 'budget.at-least', 'low', 1 - most),
          high: bound('floor', 'budget.at-most', 'high', 1 + most),
          rounding,
        })
      : derive('sum', heading, [current, rounding(current.value)]);
  const units = stored('allocation', 'units', proposal.units, 'count');
  return {
    ...known,
    proposed,
    proposedResults: results('budget.results-proposed', proposed),
    nextResults: marginalWhy({ rule: 'budget.next-unit', unit: 'ratio' }, drawn, proposed, units),
  };
}

/**
 * A month's budget of all campaigns in sight, shared out by equal marginal return on the curves that this year and the one before show.
 * A campaign of which too little is known keeps what it has; with fewer than two known ones there is nothing to propose.
 */
async function proposal(db: Db, actor: Actor, fiscalYear: number) {
  const [year, before] = await Promise.all([burnFacts(db, actor, fiscalYear), burnFacts(db, actor, fiscalYear - 1)]);
  const campaigns = campaignsOf(year, before);
  const monthMinor = campaigns.reduce((sum, { current }) => sum + current.value, 0);
  const isEnough = campaigns.filter(({ curve, current }) => curve !== null && current.value > 0).length >= 2;
  const found = isEnough
    ? allocate(
        campaigns.map(({ curve, current: { value } }) =>
          curve === null
            ? { curve, low: value }
            : { curve, low: Math.ceil(value * (1 - most)), high: Math.floor(value * (1 + most)) },
        ),
        monthMinor,
      )
    : null;
  const units = 10 ** currencyExponent(actor.organisation.currency);
  const rows = campaigns.map((campaign, at) => {
    const said = found?.status === 'ok' ? { ...found, units, proposed: found.spend[at] as number } : null;
    return { campaign, figures: figuresOf(campaign, said) };
  });
  return { monthMinor, rows, marginal: found?.status === 'ok' ? found.marginal * units : null };
}

/** The proposal of a fiscal year, or what is missing for one. */
export async function proposeAllocation(
  db: Db,
  actor: Actor,
  today: string,
  fiscalYear: number | undefined,
): Promise<AllocationView> {
  const asked = yearAsked(actor, today, fiscalYear);
  const { monthMinor, rows, marginal } = await proposal(db, actor, asked);
  return {
    fiscalYear: asked,
    currency: actor.organisation.currency,
    status: rows.length === 0 ? 'noCampaigns' : marginal === null ? 'insufficientData' : 'ok',
    leastMonths: leastPeriods,
    monthMinor,
    marginalResults: marginal,
    rows: rows.map(({ campaign: { campaign, seen, current }, figures }) => ({
      campaign,
      currentMinor: current.value,
      proposedMinor: figures.proposed?.value ?? null,
      months: seen.length,
      currentResults: figures.currentResults?.value ?? null,
      proposedResults: figures.proposedResults?.value ?? null,
      nextResults: figures.nextResults?.value ?? null,
    })),
  };
}

/**
 * How a figure of a campaign comes about, down to budget lines, claims and counted results.
 * @throws Failure `not-found` for a campaign that is not there, and for a figure that is not known
 */
export async function explainAllocation(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  { fiscalYear, campaign, figure }: AllocationWhyQuery,
): Promise<ExplainedView> {
  const { rows } = await proposal(db, actor, yearAsked(actor, today, fiscalYear));
  const why = rows.find((row) => row.campaign.key === foldName(campaign))?.figures[figure] ?? null;
  if (why === null) throw new Failure('not-found');
  return { why, asOf: now };
}
