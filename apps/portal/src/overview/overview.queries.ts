import type { OverviewSubscriptionView, OverviewView, overviewDays } from '@milepost/contract/overview';
import { http } from '../http/http.ts';

type Signal = { signal: AbortSignal };
export type Days = (typeof overviewDays)[number];

/** The tiles of somebody, or of all in sight. */
export const overviewQuery = ({ days, personId }: { days: Days; personId?: string | undefined }) => ({
  key: ['overview', days, personId ?? 'all'],
  query: ({ signal }: Signal) => http.get<OverviewView>('/overview', { query: { days, personId }, signal }),
});

export const subscriptionQuery = {
  key: ['overview', 'subscription'],
  query: ({ signal }: Signal) => http.get<OverviewSubscriptionView>('/overview/subscription', { signal }),
};
