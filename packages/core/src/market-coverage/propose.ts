import type { Day } from '../calendar/civil-day.ts';
import { type Market, type MarketBy, marketKey, marketOf } from './markets.ts';

/** An account that may be visited; null potential: nobody has said. */
export type Prospect = {
  readonly id: string;
  readonly segment: string | null;
  readonly region: string | null;
  readonly potential: number | null;
  readonly lastVisitOn: Day | null;
  /** Has a visit on its calendar already. */
  readonly isPlanned: boolean;
};

export type ProposedAccount = {
  readonly id: string;
  /** What it is ranked by; null when nobody knows anybody's. */
  readonly potential: number | null;
  /** `own`: stated; `segment`, `all`: unknown, so the median of its segment, or of everybody. */
  readonly potentialFrom: 'own' | 'segment' | 'all' | 'unknown';
};

export type ProposedMarket = {
  readonly market: Market;
  /** Never visited yet; else the last visit there is the longest ago. */
  readonly isNew: boolean;
  readonly lastVisitOn: Day | null;
  /** Sum of what its accounts are ranked by. */
  readonly potential: number | null;
  readonly accounts: readonly ProposedAccount[];
};

export type Proposal =
  | { readonly status: 'ok'; readonly markets: readonly ProposedMarket[]; readonly newMarketsLeft: number }
  | { readonly status: 'insufficientData' };

/**
 * Whom to visit next week: the `markets` most promising segments that were never visited, and where there are fewer those not visited for
 * the longest time; in each the `accountsEach` accounts of the largest potential. An unknown potential is the median of its segment, where
 * nobody's there is known that of everybody, and says so; 0 stays 0. Markets in which every account has a visit planned are left out.
 * Ties go to the lower key, so the order of the accounts does not matter. `insufficientData` when no account has a segment.
 *
 * Throws RangeError on a number wanted that is not whole or negative, and on a potential that is negative or not finite.
 */
export function proposeVisits(
  prospects: readonly Prospect[],
  {
    by,
    markets: wanted,
    accountsEach,
  }: { readonly by: MarketBy; readonly markets: number; readonly accountsEach: number },
): Proposal {
  for (const count of [wanted, accountsEach])
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`So many visits are a whole number; got ${count}.`);
  const medians = mediansOf(prospects);
  const placed = prospects.flatMap((prospect) => {
    const market = marketOf(prospect, by);
    return market === null ? [] : [{ prospect, market, key: marketKey(market) }];
  });
  if (placed.length === 0) return { status: 'insufficientData' };
  const all = [...Map.groupBy(placed, ({ key }) => key)].map(([key, own]) => {
    const ranked = own
      .map(({ prospect }) => ({ isPlanned: prospect.isPlanned, account: rankedBy(prospect, medians) }))
      .sort((a, b) => byPotential(a.account, b.account));
    const visits = own.flatMap(({ prospect }) => prospect.lastVisitOn ?? []);
    const known = ranked.flatMap(({ account }) => account.potential ?? []);
    return {
      key,
      isCoveredSoon: ranked.some(({ isPlanned }) => isPlanned),
      market: own[0]?.market as Market,
      isNew: visits.length === 0,
      lastVisitOn: visits.length === 0 ? null : Math.max(...visits),
      potential: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0),
      accounts: ranked
        .filter(({ isPlanned }) => !isPlanned)
        .map(({ account }) => account)
        .slice(0, accountsEach),
    };
  });
  // A market whose new visit stands in the calendar needs no further one.
  const open = all.filter(({ isCoveredSoon, accounts }) => !isCoveredSoon && accounts.length > 0);
  const order = open.sort(
    (a, b) =>
      Number(b.isNew) - Number(a.isNew) ||
      (a.lastVisitOn ?? 0) - (b.lastVisitOn ?? 0) ||
      (b.potential ?? -1) - (a.potential ?? -1) ||
      (a.key < b.key ? -1 : 1),
  );
  return {
    status: 'ok',
    markets: order.slice(0, wanted).map(({ key: _, isCoveredSoon: __, ...one }) => one),
    newMarketsLeft: open.filter(({ isNew }) => isNew).length,
  };
}

type Medians = { readonly of: ReadonlyMap<string | null, number>; readonly all: number | null };

function mediansOf(prospects: readonly Prospect[]): Medians {
  const known = prospects.flatMap(({ segment, potential }) => {
    if (potential === null) return [];
    if (!(potential >= 0 && Number.isFinite(potential)))
      throw new RangeError(`A potential is finite and not negative; got ${potential}.`);
    return [{ segment, potential }];
  });
  const groups = Map.groupBy(known, ({ segment }) => segment);
  return {
    of: new Map([...groups].map(([segment, own]) => [segment, median(own.map(({ potential }) => potential)) ?? 0])),
    all: median(known.map(({ potential }) => potential)),
  };
}

function rankedBy({ id, segment, potential }: Prospect, medians: Medians): ProposedAccount {
  if (potential !== null) return { id, potential, potentialFrom: 'own' };
  const ofSegment = medians.of.get(segment);
  if (ofSegment !== undefined) return { id, potential: ofSegment, potentialFrom: 'segment' };
  return medians.all === null
    ? { id, potential: null, potentialFrom: 'unknown' }
    : { id, potential: medians.all, potentialFrom: 'all' };
}

const byPotential = (a: ProposedAccount, b: ProposedAccount): number =>
  (b.potential ?? -1) - (a.potential ?? -1) || (a.id < b.id ? -1 : 1);

/** The middle value; of an even number the lower of the two, so that it is somebody's own. */
const median = (values: readonly number[]): number | null =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? null;
