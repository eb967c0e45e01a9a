import * as z from 'zod';
import { Term } from './measures.ts';
import { CivilDay, orNull, PersonRef, RecordRef } from './scalars.ts';

const Share = z.object({
  accounts: z.int(),
  customers: z.int(),
  penetration: z.object({ num: z.int(), den: z.int(), value: orNull(z.number()) }),
  whitespace: z.int(),
});

/** A part of the market; null where nobody has said the segment or the region. */
export const MarketCellView = Share.extend({ segment: orNull(z.string()), region: orNull(z.string()) });
export type MarketCellView = z.infer<typeof MarketCellView>;

export const MarketCoverageQuery = z.object({ asOf: CivilDay.optional() });

/** The accounts in sight by segment and region, as of the end of a day. */
export const MarketCoverageView = z.object({
  asOf: CivilDay,
  segments: z.array(orNull(z.string())),
  regions: z.array(orNull(z.string())),
  cells: z.array(MarketCellView),
  bySegment: z.array(MarketCellView),
  byRegion: z.array(MarketCellView),
  total: Share,
});
export type MarketCoverageView = z.infer<typeof MarketCoverageView>;

export const marketFigures = ['accounts', 'customers', 'penetration', 'whitespace'] as const;

/** Whose derivation is asked for: a cell, a row, a column or all; '' stands for "nobody has said". */
export const MarketWhyQuery = MarketCoverageQuery.extend({
  figure: z.enum(marketFigures),
  segment: z.string().max(200).optional(),
  region: z.string().max(200).optional(),
});
export type MarketWhyQuery = z.infer<typeof MarketWhyQuery>;

/** `weekOf`: a day of the week that is planned; next week when left out. */
export const ProposalQuery = z.object({ weekOf: CivilDay.optional() });

/** Whom to visit in a week. */
export const ProposalView = z.object({
  from: CivilDay,
  to: CivilDay,
  status: z.enum(['ok', 'insufficientData']),
  targetPerWeek: z.int(),
  newMarketsLeft: z.int(),
  /** How markets and visits are meant, in words. */
  stated: z.array(Term),
  markets: z.array(
    z.object({
      segment: z.string(),
      region: orNull(z.string()),
      isNew: z.boolean(),
      lastVisitOn: orNull(CivilDay),
      potentialMinor: orNull(z.int()),
      accounts: z.array(
        z.object({
          account: RecordRef,
          owner: orNull(PersonRef),
          potentialMinor: orNull(z.int()),
          /** `own`: stated; `segment` and `all`: unknown, so the median; `unknown`: nobody's is known. */
          potentialFrom: z.enum(['own', 'segment', 'all', 'unknown']),
        }),
      ),
    }),
  ),
});
export type ProposalView = z.infer<typeof ProposalView>;
