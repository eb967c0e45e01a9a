import type { Counted } from '../rate/wilson.ts';

/** An account as the market sees it; null segment or region: nobody has said yet. */
export type MarketAccount = {
  readonly id: string;
  readonly segment: string | null;
  readonly region: string | null;
  readonly isCustomer: boolean;
};

/** Accounts of some part of the market, those who buy, and those who do not yet. */
export type MarketShare = {
  readonly accounts: number;
  readonly customers: number;
  /** Customers of accounts; the quotient is null without accounts. */
  readonly penetration: Counted;
  readonly penetrationRatio: number | null;
  /** Accounts that buy nothing yet. */
  readonly whitespace: number;
};

export type MarketCell = MarketShare & { readonly segment: string | null; readonly region: string | null };

export type MarketGrid = {
  /** In order, those nobody has said last. */
  readonly segments: readonly (string | null)[];
  readonly regions: readonly (string | null)[];
  /** Every pair, also those without an account, row by row. */
  readonly cells: readonly MarketCell[];
  readonly bySegment: readonly MarketCell[];
  readonly byRegion: readonly MarketCell[];
  readonly total: MarketShare;
};

/**
 * Segment × region: how many accounts there are, how many of them are customers (penetration), and how many are not (whitespace). Every
 * account stands in exactly one cell, so rows, columns and cells each sum to the total; penetration does not sum and is counted anew.
 *
 * Throws RangeError on an account given twice.
 */
export function marketGrid(accounts: readonly MarketAccount[]): MarketGrid {
  if (new Set(accounts.map(({ id }) => id)).size < accounts.length)
    throw new RangeError('An account stands twice in the market.');
  const segments = namesOf(accounts.map(({ segment }) => segment));
  const regions = namesOf(accounts.map(({ region }) => region));
  const within = (segment: string | null | undefined, region: string | null | undefined): MarketCell => ({
    segment: segment ?? null,
    region: region ?? null,
    ...shareOf(
      accounts.filter(
        (one) => (segment === undefined || one.segment === segment) && (region === undefined || one.region === region),
      ),
    ),
  });
  return {
    segments,
    regions,
    cells: segments.flatMap((segment) => regions.map((region) => within(segment, region))),
    bySegment: segments.map((segment) => within(segment, undefined)),
    byRegion: regions.map((region) => within(undefined, region)),
    total: shareOf(accounts),
  };
}

function shareOf(accounts: readonly MarketAccount[]): MarketShare {
  const customers = accounts.filter(({ isCustomer }) => isCustomer).length;
  return {
    accounts: accounts.length,
    customers,
    penetration: { successes: customers, trials: accounts.length },
    penetrationRatio: accounts.length === 0 ? null : customers / accounts.length,
    whitespace: accounts.length - customers,
  };
}

const namesOf = (values: readonly (string | null)[]): (string | null)[] => {
  const named = [...new Set(values.filter((value) => value !== null))].sort((a, b) => (a < b ? -1 : 1));
  return values.includes(null) ? [...named, null] : named;
};
