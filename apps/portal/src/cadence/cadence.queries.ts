import type { LedgerView } from '@milepost/contract/cadence';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** What one account was promised, and what became of it. */
export const ledgerQuery = defineQueryOptions((accountId: string) => ({
  key: ['promise', accountId],
  query: ({ signal }) => http.get<LedgerView>(`/accounts/${accountId}/promise`, { signal }),
}));
