import type { DropAddressView, MailboxView, ReceivedMailPage, ReceivedMailView } from '@milepost/contract/mailboxes';
import type { Page } from '@milepost/contract/page';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** Every mailbox of the organisation by name. */
export const mailboxesQuery = defineQueryOptions({
  key: ['mailbox', 'all'],
  query: ({ signal }) => http.get<Page<MailboxView>>('/mailboxes', { query: { limit: 200 }, signal }),
});

/** Is there an address of one's own, and is it used? */
export const dropAddressQuery = defineQueryOptions({
  key: ['mailbox', 'drop'],
  query: ({ signal }) => http.get<DropAddressView>('/drop-address', { signal }),
});

/** Where mails came in: a folder, or the address of whoever is signed in. */
export type MailPlace = { mailboxId: string } | 'drop';
const pathOf = (place: MailPlace): string =>
  place === 'drop' ? '/drop-address/mails' : `/mailboxes/${place.mailboxId}/mails`;

/** The mails of a place, newest first, a page at a time. */
export const receivedMailsQuery = (place: MailPlace, state: ReceivedMailView['state'] | null) => ({
  key: ['mailbox', 'mails', pathOf(place), state ?? ''],
  initialPageParam: null as string | null,
  query: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
    http.get<ReceivedMailPage>(pathOf(place), { query: { state, after: pageParam }, signal }),
  getNextPageParam: (page: ReceivedMailPage) => page.next,
});
