import { WHOLE_BP } from '../pipeline/stages.ts';

/**
 * How sure a rep is of an open deal in a period: `commit` is promised, `best` may come, `pipeline` is worked on, `omitted` is left out of the
 * forecast. What is closed is in the books and needs no category.
 */
export const forecastCategories = ['commit', 'best', 'pipeline', 'omitted'] as const;
export type ForecastCategory = (typeof forecastCategories)[number];

/** From this probability of its stage on a deal is a commitment, or a best case, unless its rep says otherwise. */
export const commitFromBp = 7500;
export const bestFromBp = 5000;

/** The category of an open deal: the one that its rep chose, else that of its stage's probability. */
export function categoryOf(probabilityBp: number, chosen: ForecastCategory | null): ForecastCategory {
  if (!(probabilityBp >= 0 && probabilityBp <= WHOLE_BP))
    throw new RangeError(`A probability is 0 to ${WHOLE_BP} hundredths of a percent; got ${probabilityBp}.`);
  if (chosen !== null) return chosen;
  if (probabilityBp >= commitFromBp) return 'commit';
  return probabilityBp >= bestFromBp ? 'best' : 'pipeline';
}

/** Sums by category, in minor units, with how many deals, and how many of them without an amount. */
export type CategorySum = { readonly amount: number; readonly count: number; readonly withoutAmount: number };

export type RollUp = Readonly<Record<ForecastCategory, CategorySum>> & {
  /** Closed and committed; and with the best cases. */
  readonly commitForecast: number;
  readonly bestForecast: number;
};

/**
 * Deals by their category, and what that makes of a period together with what is closed in it. Amounts add; intervals do not: that of a team
 * comes from the team's own history. A deal without an amount counts as a deal, and adds nothing.
 * @param closed what the books hold of the period
 */
export function rollUp(
  closed: number,
  deals: readonly { readonly category: ForecastCategory; readonly amount: number | null }[],
): RollUp {
  const sumOf = (category: ForecastCategory): CategorySum => {
    const own = deals.filter((deal) => deal.category === category);
    return {
      amount: own.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
      count: own.length,
      withoutAmount: own.filter(({ amount }) => amount === null).length,
    };
  };
  const [commit, best] = [sumOf('commit'), sumOf('best')];
  return {
    commit,
    best,
    pipeline: sumOf('pipeline'),
    omitted: sumOf('omitted'),
    commitForecast: closed + commit.amount,
    bestForecast: closed + commit.amount + best.amount,
  };
}
