import type { LedgersView, LedgerView, LedgerWhyQuery } from '@milepost/contract/cadence';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';

/** What one account was promised, and what became of it. */
export const ledgerQuery = defineQueryOptions((accountId: string) => ({
  key: ['promise', accountId],
  query: ({ signal }) => http.get<LedgerView>(`/accounts/${accountId}/promise`, { signal }),
}));

/** Whose promises are asked for, and the quarter of which day: this one when left out. */
export type LedgersAsk = { ownerId?: string; quarterOf?: string };

/** The promises in sight of a quarter, `limit` of them listed. */
export const ledgersQuery = defineQueryOptions(({ ownerId, quarterOf, limit }: LedgersAsk & { limit: number }) => ({
  key: ['promise', 'ledgers', ownerId ?? 'all', quarterOf ?? 'now', limit],
  query: ({ signal }) => http.get<LedgersView>('/promises', { query: { ownerId, quarterOf, limit }, signal }),
}));

export type LedgerFigure = LedgerWhyQuery['figure'];
export const ledgerWhy =
  (figure: LedgerFigure, { ownerId, quarterOf }: LedgersAsk, accountId?: string) =>
  (signal: AbortSignal) =>
    http.get<Explained>('/promises/why', { query: { figure, ownerId, quarterOf, accountId }, signal });
