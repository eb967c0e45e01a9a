import type { MarketCoverageView, MarketWhyQuery, ProposalView } from '@milepost/contract/market-coverage';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';

/** The market in sight by segment and region, today. */
export const marketQuery = defineQueryOptions({
  key: ['market-coverage', 'grid'],
  query: ({ signal }) => http.get<MarketCoverageView>('/coverage', { signal }),
});

/** Whom to visit next week. */
export const proposalQuery = defineQueryOptions({
  key: ['market-coverage', 'proposal'],
  query: ({ signal }) => http.get<ProposalView>('/coverage/proposal', { signal }),
});

/** A part of the market: undefined is all, null is "nobody has said". */
export type MarketPart = { segment?: string | null; region?: string | null };

/** How a figure of a part of the market comes about. An empty name is sent as such: it means "nobody has said". */
export function whyMarket(figure: MarketWhyQuery['figure'], { segment, region }: MarketPart) {
  const query = new URLSearchParams({ figure });
  if (segment !== undefined) query.set('segment', segment ?? '');
  if (region !== undefined) query.set('region', region ?? '');
  return (signal: AbortSignal): Promise<Explained> => http.get<Explained>(`/coverage/why?${query}`, { signal });
}
