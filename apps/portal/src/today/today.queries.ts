import type {
  IdleAccountsView,
  TodayAboveView,
  TodayDeed,
  TodayDeedBody,
  TodayDeedView,
  TodayPast,
  TodayRow,
  TodayView,
} from '@milepost/contract/today';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';

/** Where the person is who looks: what is due today ends with their day. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The day of the person who is signed in. `limit` rows of each lane. */
export const todayQuery = defineQueryOptions((limit: number) => ({
  key: ['today', 'list', limit],
  query: ({ signal }) => http.get<TodayView>('/today', { query: { limit, timeZone: ownZone() }, signal }),
}));

export const idleAccountsQuery = defineQueryOptions((parked: '0' | '1') => ({
  key: ['today', 'accounts', parked],
  query: ({ signal }) =>
    http.get<IdleAccountsView>('/today/accounts', { query: { parked, limit: 200, timeZone: ownZone() }, signal }),
}));

type Item = Pick<TodayRow | TodayPast, 'source' | 'id' | 'version'>;

export const doDeed = ({ source, id, version }: Item, deed: TodayDeed, body: TodayDeedBody = {}) =>
  http.post<TodayDeedView>(
    `/today/items/${source}/${id}/${deed}`,
    { timeZone: ownZone(), ...body },
    { ifMatch: version },
  );

export const whyOf = (figure: string, item?: Pick<TodayRow, 'source' | 'id'>) => (signal: AbortSignal) =>
  http.get<Explained>('/today/why', {
    query: { figure, source: item?.source, id: item?.id, timeZone: ownZone() },
    signal,
  });

type Named = Pick<TodayRow, 'source' | 'id'> | null;

/** What put one item above another; asked only where there are two. */
export const aboveQuery = defineQueryOptions(({ one, other }: { one: Named; other: Named }) => ({
  key: ['today', 'above', one?.source ?? '', one?.id ?? '', other?.source ?? '', other?.id ?? ''],
  query: ({ signal }) =>
    http.get<TodayAboveView>('/today/above', {
      query: {
        source: one?.source,
        id: one?.id,
        otherSource: other?.source,
        otherId: other?.id,
        timeZone: ownZone(),
      },
      signal,
    }),
}));
