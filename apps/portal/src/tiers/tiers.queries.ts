import type { AccountTierView, TierSettingsView } from '@milepost/contract/tiers';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** Tiers and cadences as they are in force. */
export const tierSettingsQuery = defineQueryOptions({
  key: ['tier_settings'],
  query: ({ signal }) => http.get<TierSettingsView>('/tiers/settings', { signal }),
});

/** Where one account stands. */
export const accountTierQuery = defineQueryOptions((id: string) => ({
  key: ['account-tier', id],
  query: ({ signal }) => http.get<AccountTierView>(`/accounts/${id}/tier`, { signal }),
}));
