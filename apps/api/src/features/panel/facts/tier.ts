import type { PanelFact } from '../panel-fact.ts';

/** What the customer is worth beside others. Before the first review nothing is said. */
export const tierFact: PanelFact = async ({ account: { id, tier } }) =>
  tier === null ? [] : [{ name: 'tier', tone: 'quiet', values: { tier }, path: `/accounts/${id}` }];
