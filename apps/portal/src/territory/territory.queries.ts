import type {
  BackupsAsked,
  BackupsView,
  LockedAccounts,
  RegroupingsView,
  TerritoryAsked,
  TerritoryView,
} from '@milepost/contract/territory';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** Who sells, in reach. */
export const territoryPeopleQuery = defineQueryOptions({
  key: ['territory', 'people'],
  query: ({ signal }) => http.get<{ items: { id: string; name: string }[] }>('/territory/people', { signal }),
});

/** Territories as they are and drawn anew. */
export const territoryQuery = defineQueryOptions((asked: TerritoryAsked) => ({
  key: ['territory', 'proposal', JSON.stringify(asked)],
  query: ({ signal }) => http.post<TerritoryView>('/territory/proposal', asked, { signal }),
}));

export const locksQuery = defineQueryOptions({
  key: ['territory', 'locks'],
  query: ({ signal }) => http.get<LockedAccounts>('/territory/locks', { signal }),
});

export const regroupingsQuery = defineQueryOptions({
  key: ['territory', 'regroupings'],
  query: ({ signal }) => http.get<RegroupingsView>('/territory/regroupings', { signal }),
});

/** Who could stand in at which account. */
export const backupsQuery = defineQueryOptions((asked: BackupsAsked) => ({
  key: ['territory', 'backups', JSON.stringify(asked)],
  query: ({ signal }) => http.post<BackupsView>('/territory/backups/proposal', asked, { signal }),
}));
