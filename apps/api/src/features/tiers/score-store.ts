import { derive, record, stored } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import { tierScore, tierScoreWhy } from '@milepost/core/tiers/tiers';
import type { Db } from '../../db/open.ts';
import { type Brought, margins, type OpenOpportunity } from './margin-store.ts';
import type { TierSettings } from './settings-store.ts';

const nothing: Brought = { costedRevenue: 0, cost: 0, uncostedRevenue: 0 };

/** The organisation's margin in twelve months over the revenue whose cost is known; null where no cost is. */
const marginRate = (all: Iterable<Brought>): { margin: number; revenue: number } | null => {
  let [margin, revenue] = [0, 0];
  for (const { costedRevenue, cost } of all) {
    margin += costedRevenue - cost;
    revenue += costedRevenue;
  }
  return revenue > 0 ? { margin, revenue } : null;
};

/** Where no cost is known at all, revenue stands for margin. */
const rateOf = (rate: { margin: number; revenue: number } | null): number => (rate ? rate.margin / rate.revenue : 1);

const expected = (
  { costedRevenue, cost, uncostedRevenue }: Brought,
  deals: readonly OpenOpportunity[],
  rate: number,
) => {
  const past = costedRevenue - cost + uncostedRevenue * rate;
  const coming = deals.reduce((sum, { amount, probability }) => sum + amount * probability, 0) * rate;
  return Math.max(0, past, coming);
};

type Ask = { orgId: string; currency: string; day: string };

/**
 * The margin expected of every account in twelve months, and its score. It is what the last twelve months brought, or what its
 * open deals are expected to bring where that is more; never below nothing.
 */
export async function scoresOf(
  db: Db,
  ask: Ask,
  accounts: readonly { id: string; potential_minor: number | null }[],
  { lambda }: TierSettings,
): Promise<Map<string, { margin: number; score: number }>> {
  const [brought, deals] = await Promise.all([margins.brought(db, ask), margins.openDeals(db, ask)]);
  const rate = rateOf(marginRate(brought.values()));
  return new Map(
    accounts.map(({ id, potential_minor }) => {
      const margin = expected(brought.get(id) ?? nothing, deals.get(id) ?? [], rate);
      return [id, { margin, score: tierScore(margin, potential_minor, lambda) }];
    }),
  );
}

/** How the margin expected of one account comes about, down to its credits and open deals. */
export async function expectedMarginWhy(db: Db, ask: Ask, accountId: string): Promise<{ why: Why; unrated: number }> {
  const [brought, { credits, unrated }, deals] = await Promise.all([
    margins.brought(db, ask),
    margins.creditsOf(db, ask, accountId),
    margins.openDeals(db, ask, accountId),
  ]);
  const rate = marginRate(brought.values());
  const rateWhy: Why | Leaf =
    rate === null
      ? stored('tiers', 'no-costs', 1, 'ratio')
      : derive('quotient', { rule: 'tiers.margin-rate', unit: 'ratio' }, [
          stored('tiers', 'margin-of-all', rate.margin, 'money'),
          stored('tiers', 'revenue-of-all', rate.revenue, 'money'),
        ]);
  const money = (rule: string) => ({ rule: `tiers.${rule}`, unit: 'money' }) as const;
  const known = credits.filter(({ cost }) => cost !== null);
  const unknown = credits.filter(({ cost }) => cost === null);
  const past = derive('sum', money('past-margin'), [
    derive('difference', money('known-margin'), [
      derive(
        'sum',
        money('known-revenue'),
        known.map(({ id, day, revenue }) => record('credit', id, revenue, 'money', day)),
      ),
      derive(
        'sum',
        money('known-cost'),
        known.map(({ id, day, cost }) => record('credit', id, cost ?? 0, 'money', day)),
      ),
    ]),
    derive('product', money('assumed-margin'), [
      derive(
        'sum',
        money('revenue-without-cost'),
        unknown.map(({ id, day, revenue }) => record('credit', id, revenue, 'money', day)),
      ),
      rateWhy,
    ]),
  ]);
  const coming = derive('product', money('coming-margin'), [
    derive(
      'sum',
      money('open-deals'),
      (deals.get(accountId) ?? []).map(({ id, name, amount, probability }) =>
        derive('product', { ...money('open-deal'), label: name }, [
          record('opportunity', id, amount, 'money', name),
          stored('tiers', 'probability', probability, 'ratio'),
        ]),
      ),
    ),
    rateWhy,
  ]);
  const floor = stored('tiers', 'nothing-less', 0, 'money');
  return { why: derive('max', money('expected-margin'), [floor, past, coming]), unrated };
}

/** How the score of one account comes about. */
export async function scoreWhy(
  db: Db,
  ask: Ask,
  account: { id: string; name: string; potential_minor: number | null },
  { lambda }: TierSettings,
): Promise<{ why: Why; unrated: number }> {
  const { why, unrated } = await expectedMarginWhy(db, ask, account.id);
  const potential =
    account.potential_minor === null
      ? null
      : record('account', account.id, account.potential_minor, 'money', account.name);
  return { why: tierScoreWhy(why, potential, stored('tiers', 'lambda', lambda, 'ratio')), unrated };
}
